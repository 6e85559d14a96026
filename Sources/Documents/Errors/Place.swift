/// Where in a file something stands: the file as it was named, and line and column from 1 where known.
package struct Place: Hashable, Sendable, CustomStringConvertible {
  /// The path as the user or a model file gave it.
  package var file: String
  /// The line, from 1; `nil` for binary files and for the file as a whole.
  package var line: Int?
  /// The column, from 1, counted in characters.
  package var column: Int?

  /// A place in `file`.
  package init(_ file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// Whether it comes before another place of the same file.
  package func isBefore(_ other: Place) -> Bool {
    (line ?? 0, column ?? 0) < (other.line ?? 0, other.column ?? 0)
  }

  /// `model.yaml:14:7`, `model.yaml:14` or `model.yaml`.
  package var description: String {
    [file, line.map(String.init), column.map(String.init)].compactMap(\.self)
      .joined(separator: ":")
  }
}
