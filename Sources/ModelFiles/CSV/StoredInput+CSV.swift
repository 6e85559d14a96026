import Documents

extension StoredInput {
  /// The columns of a csv file.
  static func csv(_ file: String, _ reach: Reach) throws(FileError) -> StoredInput {
    .table(try CSVNumbers(contentsOf: file, strict: false))
  }

  /// The lines of a text, those without words left out.
  static func text(_ file: String, _ reach: Reach) throws(FileError) -> StoredInput {
    .lines(try TextLines(contentsOf: file).lines)
  }
}
