extension Frame {
  /// The characters alone, a line a row, without spaces at the end of a line.
  ///
  /// Numbers with a sign are dots in Braille, standing above zero and hanging below it: a text has
  /// no colours and no reversed blocks to say it with.
  package func text(isASCII: Bool = false) -> String {
    (0..<size.height).map { row in
      var line = String.UnicodeScalarView()
      for cell in self.row(row) { line.append(Self.scalar(cell, isASCII: isASCII)) }
      while line.last == " " { line.removeLast() }
      return String(line) + "\n"
    }.joined()
  }

  private static func scalar(_ cell: Cell, isASCII: Bool) -> Unicode.Scalar {
    switch cell.content {
    case .glyph(let glyph): return isASCII ? Glyphs.ascii(glyph) : glyph
    case .bar(let eighths, let hanging):
      if isASCII {
        return Glyphs.ascii(eighths: eighths, hanging: hanging, ink: cell.style.ink)
      }
      let height = min(8, max(0, eighths))
      if hanging { return Glyphs.hanging[height] }
      if case .signed = cell.style.ink { return Glyphs.standing[height] }
      return Glyphs.blocks[height]
    }
  }
}
