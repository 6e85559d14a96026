extension Frame {
  /// The frame with the escape sequences of a look, a line a row; each line ends in a reset.
  package func ansi(_ look: Look) -> String {
    (0..<size.height).map { ansiRow($0, look) + "\n" }.joined()
  }

  private func ansiRow(_ row: Int, _ look: Look) -> String {
    var looks = self.row(row).map { Appearance($0, on: look) }
    while let last = looks.last, last.scalar == " ", last.background == nil, !last.isReversed {
      looks.removeLast()
    }
    var line = ""
    var codes = ""
    for appearance in looks {
      let next = Self.codes(appearance)
      if next != codes {
        line += "\u{1B}[0\(next)m"
        codes = next
      }
      line.unicodeScalars.append(appearance.scalar)
    }
    return codes.isEmpty ? line : line + "\u{1B}[0m"
  }

  /// The parameters of SGR behind its 0.
  private static func codes(_ appearance: Appearance) -> String {
    var codes = ""
    if appearance.isBold { codes += ";1" }
    if appearance.isDim { codes += ";2" }
    if appearance.isReversed { codes += ";7" }
    if let colour = appearance.foreground { codes += code(colour, first: 30) }
    if let colour = appearance.background { codes += code(colour, first: 40) }
    return codes
  }

  private static func code(_ colour: UInt8, first: Int) -> String {
    switch colour {
    case 0..<8: ";\(first + Int(colour))"
    case 8..<16: ";\(first + 60 + Int(colour) - 8)"
    default: ";\(first + 8);5;\(colour)"
    }
  }
}
