/// Looks through what was printed for whatever steers a terminal, hides or turns round.
///
/// It shares nothing with the program's own cleaning: what one of them does not know the other may.
enum Unclean {
  /// The first such thing in words, or nil. Line ends are clean.
  static func first(in output: [UInt8]) -> String? {
    if output.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A }) { return nil }
    guard let text = String(validating: output, as: UTF8.self) else {
      return "bytes that are no UTF-8"
    }
    let found = text.unicodeScalars.first { $0 != "\n" && isUnclean($0) }
    return found.map { "U+" + String($0.value, radix: 16, uppercase: true) }
  }

  private static func isUnclean(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0: true
    // Soft hyphen, directions, zero widths, separators of lines, tags, a byte order mark.
    case 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// - Throws: a `Fault` where anything that a program wrote is not clean.
  static func check(_ outcome: Outcome, _ name: String) throws {
    for (stream, bytes) in [("output", outcome.output), ("error", outcome.errors)] {
      guard let found = first(in: bytes) else { continue }
      throw Fault("\(name): standard \(stream) holds \(found)")
    }
    guard case .exit(let status) = outcome.ending, [0, 1, 64].contains(status) else {
      throw Fault("\(name): it ended with \(outcome.ending)")
    }
  }
}
