import Documents

// Every kind of file that is read: a new one is a folder of its own and a line here.

extension FileFormat<ModelFile> {
  /// What a network is described in.
  static let models: [FileFormat] = [
    FileFormat(endings: [".yaml", ".yml"], read: ModelFile.ours),
    FileFormat(endings: [".json"], read: ModelFile.keras),
  ]
}

extension FileFormat<StoredWeights> {
  /// What weights are read from.
  static let weights: [FileFormat] = [
    FileFormat(endings: [".safetensors"], read: StoredWeights.safetensors)
  ]
}

extension FileFormat<StoredInput> {
  /// What a user's own observations are read from.
  static let inputs: [FileFormat] = [
    FileFormat(endings: [".npy"], read: StoredInput.numPy),
    FileFormat(endings: [".csv"], read: StoredInput.csv),
    FileFormat(endings: [".safetensors"], read: StoredInput.safetensors),
  ]
}
