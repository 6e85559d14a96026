extension Frame {
  /// The frame with colours and attributes as a terminal of that look takes them (SGR sequences
  /// only). Every line ends with a reset and a line feed; where nothing is painted at the end of
  /// a line there are no spaces.
  package func ansi(_ look: Look) -> String {
    let palette = Palette(look)
    var output = ""
    for row in 0..<height {
      var now = Appearance()
      for column in 0..<paintedWidth(row, palette) {
        let cell = self[column, row]
        let shown = Glyphs.onTerminal(cell, ascii: look.ascii)
        var wanted = palette.appearance(of: cell)
        if shown.reversed { wanted.reversed.toggle() }
        if wanted != now {
          output += wanted.escapeSequence
          now = wanted
        }
        output.unicodeScalars.append(shown.scalar)
      }
      output += "\u{1b}[0m\n"
    }
    return output
  }

  /// The columns of a row up to the last that shows anything.
  func paintedWidth(_ row: Int, _ palette: Palette) -> Int {
    var end = width
    while end > 0 {
      let cell = self[end - 1, row]
      let shown = Glyphs.onTerminal(cell, ascii: palette.look.ascii)
      let appearance = palette.appearance(of: cell)
      let plain =
        appearance.background == nil && !appearance.underlined
        && appearance.reversed == shown.reversed
      if !(shown.scalar == " " && plain) { break }
      end -= 1
    }
    return end
  }
}

extension Appearance {
  /// The SGR sequence that sets exactly this appearance, whatever was set before.
  var escapeSequence: String {
    var codes = ["0"]
    if bold { codes.append("1") }
    if dim { codes.append("2") }
    if underlined { codes.append("4") }
    if reversed { codes.append("7") }
    if let foreground { codes.append(Appearance.code(foreground, base: 30)) }
    if let background { codes.append(Appearance.code(background, base: 40)) }
    return "\u{1b}[" + codes.joined(separator: ";") + "m"
  }

  /// The first 16 colours have codes of their own, which every terminal with colours knows.
  private static func code(_ index: Int, base: Int) -> String {
    switch index {
    case ..<8: String(base + index)
    case ..<16: String(base + 60 + index - 8)
    default: "\(base + 8);5;\(index)"
    }
  }
}
