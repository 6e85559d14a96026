import Documents

// Every kind of file that is read: a new one is a folder of its own and a line here.

extension FileFormat<ModelFile> {
  /// What a network is described in.
  static let models: [FileFormat] =
    [FileFormat(endings: [".yaml", ".yml"], sign: FileSign.text, read: ModelFile.ours)] + keras + [
      FileFormat(endings: [".pth", ".pt", ".ckpt"], sign: FileSign.torch, read: ModelFile.torch),
      FileFormat(endings: [".onnx"], sign: FileSign.onnx, read: ModelFile.onnx),
      FileFormat(
        endings: [".safetensors"], sign: FileSign.safetensors, read: ModelFile.safetensors),
    ]

  /// Those of Keras, which a file of ours can name.
  static let keras: [FileFormat] = [
    FileFormat(endings: [".json"], sign: FileSign.json, read: ModelFile.keras),
    FileFormat(endings: [".keras"], sign: FileSign.kerasArchive, read: ModelFile.kerasArchive),
    FileFormat(endings: [".h5", ".hdf5"], sign: FileSign.hdf5, read: ModelFile.kerasHDF5),
  ]
}

extension FileFormat<any StoredWeights> {
  /// What weights are read from.
  static let weights: [FileFormat] = [
    FileFormat(
      endings: [".safetensors"], sign: FileSign.safetensors, read: NamedWeights.safetensors),
    FileFormat(
      endings: [".keras"], sign: FileSign.kerasArchive, read: KerasWeights.archive),
    FileFormat(endings: [".h5", ".hdf5"], sign: FileSign.hdf5, read: KerasWeights.hdf5),
    FileFormat(
      endings: [".pth", ".pt", ".ckpt"], sign: FileSign.torch, read: LayeredWeights.torch),
    FileFormat(endings: [".onnx"], sign: FileSign.onnx, read: LayeredWeights.onnx),
  ]
}

extension FileFormat<StoredInput> {
  /// What a user's own observations are read from.
  static let inputs: [FileFormat] = [
    FileFormat(endings: [".npy"], sign: FileSign.numPy, read: StoredInput.numPy),
    FileFormat(endings: [".npz"], sign: FileSign.numPyArchive, read: StoredInput.numPyArchive),
    FileFormat(endings: [".csv", ".tsv"], sign: FileSign.text, read: StoredInput.csv),
    FileFormat(endings: [".txt"], sign: FileSign.text, read: StoredInput.text),
    FileFormat(
      endings: [".safetensors"], sign: FileSign.safetensors, read: StoredInput.safetensors),
  ]
}
