import CTerminal
import Screen

/// Turns what ncurses reads into keys, and swallows what was pasted: a paste is never commands.
struct KeyDecoder {
  /// How long the end of a paste may be away, in milliseconds.
  static let pasteTimeout = 500

  private(set) var isPasting = false

  /// Takes up keys again though the end of the paste never came.
  mutating func endPaste() { isPasting = false }

  /// The key of a code of `unroll_key`; nil for what is no key of ours, and inside a paste.
  mutating func decode(_ code: Int32) -> Key? {
    switch code - UNROLL_KEY_CODE {
    case Int32(UNROLL_KEY_PASTE_BEGIN): isPasting = true
    case Int32(UNROLL_KEY_PASTE_END): isPasting = false
    default: return isPasting ? nil : key(code)
    }
    return nil
  }

  private func key(_ code: Int32) -> Key? {
    let special = code - UNROLL_KEY_CODE
    guard special >= 0 else { return character(code) }
    switch special {
    case Int32(UNROLL_KEY_UP): return .up
    case Int32(UNROLL_KEY_DOWN): return .down
    case Int32(UNROLL_KEY_LEFT): return .left
    case Int32(UNROLL_KEY_RIGHT): return .right
    case Int32(UNROLL_KEY_HOME): return .home
    case Int32(UNROLL_KEY_END): return .end
    case Int32(UNROLL_KEY_PAGE_UP): return .pageUp
    case Int32(UNROLL_KEY_PAGE_DOWN): return .pageDown
    case Int32(UNROLL_KEY_ENTER): return .enter
    case Int32(UNROLL_KEY_BACK_TAB): return .shiftTab
    case Int32(UNROLL_KEY_BACKSPACE): return .backspace
    case Int32(UNROLL_KEY_DELETE): return .delete
    case Int32(UNROLL_KEY_FUNCTION) + 1...Int32(UNROLL_KEY_FUNCTION) + 12:
      return .function(Int(special) - Int(UNROLL_KEY_FUNCTION))
    default: return nil
    }
  }

  private func character(_ code: Int32) -> Key? {
    switch code {
    case 9: return .tab
    case 10, 13: return .enter
    case 27: return .escape
    case 8, 127: return .backspace
    case 1...26:
      return .control(Character(Unicode.Scalar(UInt8(code) + 96)))
    case 0..<32: return nil
    default:
      return UInt32(exactly: code).flatMap(Unicode.Scalar.init).map { .character(Character($0)) }
    }
  }
}
