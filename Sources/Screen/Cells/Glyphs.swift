/// Which character stands for a cell's content: on a terminal, in plain text, in ASCII.
package enum Glyphs {
  /// A character, and whether foreground and background change places under it.
  package struct Shown: Hashable, Sendable {
    package var scalar: Unicode.Scalar
    package var reversed: Bool
  }

  /// What a terminal shows. A bar that hangs is the block that completes it, reversed: no
  /// character hangs from the top by eighths.
  package static func onTerminal(_ cell: Cell, ascii: Bool) -> Shown {
    switch cell.content {
    case .glyph(let scalar):
      if !ascii { return Shown(scalar: scalar, reversed: false) }
      // A dot is what has not been read; between two factors it would pass for a decimal point.
      if scalar == "·", cell.style.ink != .ghost { return Shown(scalar: "*", reversed: false) }
      return Shown(scalar: self.ascii(scalar), reversed: false)
    case .bar(let eighths, let hanging):
      if ascii {
        let digit = digit(for: cell.style.ink, eighths: eighths, hanging: hanging)
        return Shown(scalar: digit, reversed: false)
      }
      guard hanging, eighths > 0, eighths < 8 else {
        return Shown(scalar: blocks[eighths], reversed: false)
      }
      return Shown(scalar: blocks[8 - eighths], reversed: true)
    case .halves(let halves):
      return Shown(scalar: ascii ? self.ascii(halves.glyph) : halves.glyph, reversed: false)
    }
  }

  /// The half block of two values, whose ink is the greater one's.
  package static func onTerminal(_ halves: Halves) -> Unicode.Scalar { halves.glyph }

  /// What a terminal shows for every bar, by `Cell.barCode`.
  package static let barsOnTerminal: [Shown] = (0..<32).map { code in
    let bar = Content.bar(eighths: code & 15, hanging: code & 16 != 0)
    return onTerminal(Cell(bar), ascii: false)
  }

  /// What plain text shows, where nothing can be reversed: values with a sign are Braille, which
  /// can hang.
  package static func inText(_ cell: Cell, ascii: Bool) -> Unicode.Scalar {
    guard case .bar(let eighths, let hanging) = cell.content, !ascii else {
      return onTerminal(cell, ascii: ascii).scalar
    }
    if hanging { return hangingBraille[eighths] }
    if case .signed = cell.style.ink { return standingBraille[eighths] }
    return blocks[eighths]
  }

  /// A bar as one ASCII character: a gate's tenths as a digit; a value with a sign as 1…9 above
  /// zero, a…i below, "-" for nearly zero; any other bar by its height.
  private static func digit(for ink: Ink, eighths: Int, hanging: Bool) -> Unicode.Scalar {
    switch ink {
    case .gate(let value):
      guard value == value else { return "?" }
      return digits[Int(min(max(value * 10, 0), 9))]
    case .signed(let value):
      guard value == value else { return "?" }
      let tenths = Int(min(value.magnitude * 10, 9).rounded())
      return value < 0 ? letters[tenths] : signedDigits[tenths]
    default:
      guard eighths > 0 else { return " " }
      let tenths = min(eighths * 10 / 8, 9)
      return hanging ? letters[tenths] : signedDigits[tenths]
    }
  }

  private static let blocks = Array(" ▁▂▃▄▅▆▇█".unicodeScalars)
  private static let standingBraille = Array(" ⡀⣀⣄⣤⣦⣶⣷⣿".unicodeScalars)
  private static let hangingBraille = Array(" ⠁⠉⠋⠛⠟⠿⡿⣿".unicodeScalars)
  private static let digits = Array("0123456789".unicodeScalars)
  private static let signedDigits = Array("-123456789".unicodeScalars)
  private static let letters = Array("-abcdefghi".unicodeScalars)
}
