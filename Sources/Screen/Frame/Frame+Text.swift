extension Frame {
  /// The characters alone: no colours, no escape bytes, no spaces at the ends of lines; every
  /// line ends with a line feed.
  package func text(ascii: Bool = false) -> String {
    textRows(ascii: ascii).map { $0 + "\n" }.joined()
  }

  /// The rows of `text(ascii:)`.
  package func textRows(ascii: Bool = false) -> [String] {
    (0..<height).map { row in
      var scalars = String.UnicodeScalarView()
      var spaces = 0
      for column in 0..<width {
        let scalar = Glyphs.inText(self[column, row], ascii: ascii)
        if scalar == " " {
          spaces += 1
        } else {
          scalars.append(contentsOf: repeatElement(" ", count: spaces))
          scalars.append(scalar)
          spaces = 0
        }
      }
      return String(scalars)
    }
  }
}

extension Frame: CustomStringConvertible {
  /// The characters, which is what one wants to see where a test fails.
  package var description: String { text() }
}
