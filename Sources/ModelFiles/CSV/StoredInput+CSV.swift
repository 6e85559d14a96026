import Documents

extension StoredInput {
  /// One observation, a row a timestep, of a csv file.
  static func csv(_ file: String, _ reach: Reach) throws(FileError) -> StoredInput {
    let read = try CSVNumbers(contentsOf: file)
    return StoredInput(array: read.numbers, names: read.names, passedOver: read.passedOver)
  }
}
