/// Makes text from outside safe to show: one cell a character, nothing that steers a terminal.
///
/// Controls (C0, C1), bidirectional controls and everything of no width vanish; white space that
/// moves the cursor becomes a space; a character two cells wide becomes "?".
package enum Cleaning {
  /// The text, safe to print on one line.
  package static func text(_ text: String) -> String {
    if isPlain(text) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let shown = shown(scalar) { scalars.append(shown) }
    }
    return String(scalars)
  }

  /// The cells that a text takes once it is cleaned.
  package static func width(of text: String) -> Int {
    if isPlain(text) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + (shown($1) == nil ? 0 : 1) }
  }

  /// Whether a text is printable ASCII only, which is most of what is shown.
  private static func isPlain(_ text: String) -> Bool {
    for byte in text.utf8 where byte < 0x20 || byte > 0x7e { return false }
    return true
  }

  /// What stands for a scalar in a cell, nil when it takes none.
  static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    if value >= 0x20 && value < 0x7f { return scalar }
    switch value {
    // Not the carriage return: before a line feed it would be a second space.
    case 0x09...0x0c, 0x85, 0x2028, 0x2029: return " "
    case 0..<0xa0: return nil
    case 0xad: return nil
    case 0xa0..<0x0300: return scalar
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return nil
    case .surrogate, .unassigned, .privateUse: return "?"
    case .spaceSeparator: return value == 0x3000 ? "?" : " "
    default: break
    }
    if scalar.properties.isDefaultIgnorableCodePoint { return nil }
    return isWide(value) ? "?" : scalar
  }

  /// The blocks whose characters take two cells (East Asian wide and fullwidth, and emoji shown as
  /// pictures), a little generously: a "?" too many is better than a row out of step.
  private static func isWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115f, 0x1160...0x11ff, 0x231a...0x231b, 0x2329...0x232a, 0x23e9...0x23ec,
      0x23f0, 0x23f3, 0x25fd...0x25fe, 0x2614...0x2615, 0x2648...0x2653, 0x267f, 0x2693, 0x26a1,
      0x26aa...0x26ab, 0x26bd...0x26be, 0x26c4...0x26c5, 0x26ce, 0x26d4, 0x26ea,
      0x26f2...0x26f3, 0x26f5, 0x26fa, 0x26fd, 0x2705, 0x270a...0x270b, 0x2728, 0x274c, 0x274e,
      0x2753...0x2755, 0x2757, 0x2795...0x2797, 0x27b0, 0x27bf, 0x2b1b...0x2b1c, 0x2b50, 0x2b55,
      0x2e80...0x303e, 0x3041...0x4dbf, 0x4e00...0xa4cf, 0xa960...0xa97c, 0xac00...0xd7fb,
      0xf900...0xfaff, 0xfe10...0xfe19, 0xfe30...0xfe6f, 0xff00...0xff60, 0xffe0...0xffe6,
      0x16fe0...0x18dff, 0x1aff0...0x1b2ff, 0x1f004, 0x1f0cf, 0x1f18e, 0x1f191...0x1f19a,
      0x1f200...0x1f265, 0x1f300...0x1faff, 0x20000...0x3fffd:
      true
    default: false
    }
  }
}
