import Documents

extension ModelFile {
  /// Reads Keras's JSON, which says nothing but the network.
  static func keras(_ file: String, _ reach: Reach) throws(FileError) -> ModelFile {
    ModelFile(try KerasJSON.read(file), in: file)
  }
}
