extension Frame {
  /// The characters alone: no colours, no escape bytes, no spaces at the ends of lines; every
  /// line ends with a line feed.
  package func text(ascii: Bool = false) -> String {
    textRows(ascii: ascii).map { $0 + "\n" }.joined()
  }

  /// The rows of `text(ascii:)`.
  package func textRows(ascii: Bool = false) -> [String] {
    (0..<height).map { textRow($0, ascii: ascii) }
  }

  /// One row of `text(ascii:)`, without its line feed; empty where there is no such row.
  package func textRow(_ row: Int, ascii: Bool = false) -> String {
    guard row >= 0, row < height else { return "" }
    // Nine tenths of a frame are characters that stand for themselves, and tests read thousands of
    // frames in debug builds: no iterators, and a blank is looked at as bits.
    var scalars = String.UnicodeScalarView()
    var spaces = 0
    var place = row * width
    let end = place + width
    while place < end {
      let cell = cells[place]
      place += 1
      if cell.scalarValue == 0x20 {
        spaces += 1
        continue
      }
      let scalar = Glyphs.inText(cell, ascii: ascii)
      if scalar == " " {
        spaces += 1
        continue
      }
      while spaces > 0 {
        scalars.append(" ")
        spaces -= 1
      }
      scalars.append(scalar)
    }
    return String(scalars)
  }
}

extension Frame: CustomStringConvertible {
  /// The characters, which is what one wants to see where a test fails.
  package var description: String { text() }
}
