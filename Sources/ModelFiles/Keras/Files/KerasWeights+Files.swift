import Documents

extension KerasWeights {
  /// The weights of an HDF5 file, whether a whole model stands in it or they alone.
  static func hdf5(_ file: String, _ reach: Reach) throws(FileError) -> any StoredWeights {
    try KerasWeights(try KerasHDF5.open(file), of: file)
  }

  /// The weights of a `.keras` file.
  static func archive(_ file: String, _ reach: Reach) throws(FileError) -> any StoredWeights {
    try KerasWeights(try KerasArchive(file).weights(), of: file)
  }
}
