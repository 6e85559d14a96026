/// The lines of a text in UTF-8 that hold anything but blanks.
package struct TextLines {
  /// The largest text that is read.
  static let largestFile = 16 << 20

  package let lines: [String]

  /// Reads `file`; throws where it is no UTF-8, or larger than is read.
  package init(contentsOf file: String) throws(FileError) {
    let text = try FileBytes.read(file, limit: Self.largestFile).text()
    lines = text.split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
      .map(String.init)
  }
}
