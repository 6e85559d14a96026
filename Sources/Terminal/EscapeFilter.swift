import CTerminal

/// Keeps the rest of an escape sequence from passing for keys.
///
/// ncurses hands on a sequence that it does not know character by character: a turn of the mouse's
/// wheel would read as Esc, `[`, `<`, a count and a letter. Nor does it put one together that a slow
/// line has torn apart; the keys one cannot do without are put together here.
struct EscapeFilter {
  /// How long the rest of a sequence may be away, in milliseconds.
  static let timeout = 500

  private enum State: Equatable {
    case outside
    /// After Esc: alone it is a key.
    case escape
    /// After Esc `[`: up to a letter.
    case sequence
    /// One character is missing, as after Esc `O`.
    case single
    /// The old report of the mouse: three bytes.
    case mouse(left: Int)
  }

  private var state = State.outside
  private var parameters = ""

  /// Whether the rest of a sequence is still to come.
  var isInside: Bool { state != .outside }

  /// Forgets a sequence whose rest never came.
  mutating func reset() { state = .outside }

  /// What is left of a code of `unroll_key`: nothing, itself, or the Esc before it and itself.
  mutating func pass(_ code: Int32) -> [Int32] {
    // ncurses knew this one, so whatever stood before it was cut off.
    guard code < UNROLL_KEY_CODE else { return (flush().map { [$0] } ?? []) + [code] }
    if code == 27 {
      let before = flush()
      state = .escape
      return before.map { [$0] } ?? []
    }
    switch state {
    case .outside: return [code]
    case .escape:
      parameters = ""
      // Any other character with Esc before it was typed with Alt held, and is no key of ours.
      state = code == 0x5B ? .sequence : code == 0x4F ? .single : .outside
      return []
    case .sequence: return sequence(code)
    case .single:
      state = .outside
      return known(code)
    case .mouse(let left):
      state = left > 1 ? .mouse(left: left - 1) : .outside
      return []
    }
  }

  /// The Esc that nothing followed, once nothing more is there to read.
  mutating func rest() -> Int32? { state == .escape ? flush() : nil }

  private mutating func flush() -> Int32? {
    defer { state = .outside }
    return state == .escape ? 27 : nil
  }

  private mutating func sequence(_ code: Int32) -> [Int32] {
    switch code {
    case 0x20...0x3F:
      if parameters.count < 32, let scalar = Unicode.Scalar(UInt32(code)) {
        parameters.unicodeScalars.append(scalar)
      }
      return []
    case 0x4D where parameters.isEmpty:
      state = .mouse(left: 3)
      return []
    case 0x5B where parameters.isEmpty:
      // The console of Linux sends a function key so.
      parameters = "["
      state = .single
      return []
    default:
      state = .outside
      return known(code)
    }
  }

  private func known(_ final: Int32) -> [Int32] {
    let key: Int
    switch (parameters, Unicode.Scalar(UInt32(final))) {
    case ("", "A"): key = UNROLL_KEY_UP
    case ("", "B"): key = UNROLL_KEY_DOWN
    case ("", "C"): key = UNROLL_KEY_RIGHT
    case ("", "D"): key = UNROLL_KEY_LEFT
    case ("", "H"): key = UNROLL_KEY_HOME
    case ("", "F"): key = UNROLL_KEY_END
    case ("5", "~"): key = UNROLL_KEY_PAGE_UP
    case ("6", "~"): key = UNROLL_KEY_PAGE_DOWN
    case ("200", "~"): key = UNROLL_KEY_PASTE_BEGIN
    case ("201", "~"): key = UNROLL_KEY_PASTE_END
    default: return []
    }
    return [UNROLL_KEY_CODE + Int32(key)]
  }
}
