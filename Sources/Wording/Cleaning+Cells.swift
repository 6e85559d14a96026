/// A cell holds one character: beside what `Cleaning` takes out of any text, marks that would stand
/// on the character before vanish, and a character two cells wide becomes "?".
extension Cleaning {
  /// The cells that a text takes once it is cleaned.
  package static func width(of text: String) -> Int { cells(of: text) }
  package static func width(of text: Substring) -> Int { cells(of: text) }

  private static func cells(of text: some StringProtocol) -> Int {
    if isPlain(text) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + (shown($1) == nil ? 0 : 1) }
  }

  /// What stands for a scalar in a cell, nil when it takes none.
  package static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if scalar.value < 0x0300 { return safe(scalar) }
    guard let safe = safe(scalar) else { return nil }
    switch safe.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return nil
    case .spaceSeparator: return safe.value == 0x3000 ? "?" : " "
    default: return isWide(safe.value) ? "?" : safe
    }
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
