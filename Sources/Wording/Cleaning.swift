/// Makes text from outside safe to print: nothing in it steers a terminal, hides or turns round.
///
/// Controls (C0, C1), bidirectional controls and whatever else is never seen vanish; white space
/// that moves the cursor becomes a space; what no font knows becomes "?". Letters of any script stay
/// as they are: how many cells they take is the screen's concern.
package enum Cleaning {
  /// The text, safe to print on one line.
  package static func text(_ text: String) -> String {
    if isPlain(text) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let safe = safe(scalar) { scalars.append(safe) }
    }
    return String(scalars)
  }

  /// The text, each of its lines safe to print.
  package static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { Self.text(String($0)) }.joined(separator: "\n")
  }

  /// The first character that would not be printed as it is.
  package static func firstUnsafe(in text: String) -> Unicode.Scalar? {
    if isPlain(text) { return nil }
    return text.unicodeScalars.first { safe($0) != $0 }
  }

  /// Whether a text is printable ASCII only, which is most of what is shown.
  package static func isPlain(_ text: some StringProtocol) -> Bool {
    func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte <= 0x7e }
    // Every text that is drawn is asked: a run of bytes is many times as quick as a view of them.
    return text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isPlain) }
      ?? text.utf8.allSatisfy(isPlain)
  }

  /// What stands for a scalar in a printed text, nil where nothing does.
  package static func safe(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
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
    case .format, .control: return nil
    case .surrogate, .unassigned, .privateUse: return "?"
    default: return scalar.properties.isDefaultIgnorableCodePoint ? nil : scalar
    }
  }
}
