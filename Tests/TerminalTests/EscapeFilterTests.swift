import CTerminal
import Testing

@testable import Terminal

@Suite("EscapeFilter")
struct EscapeFilterTests {
  /// What is left of characters and key codes that arrive together.
  private func left(of codes: [Int32]) -> [Int32] {
    var filter = EscapeFilter()
    let passed = codes.flatMap { filter.pass($0) }
    return passed + (filter.rest().map { [$0] } ?? [])
  }

  private func left(of text: String) -> [Int32] {
    left(of: text.unicodeScalars.map { Int32($0.value) })
  }

  private func code(_ key: Int) -> Int32 { UNROLL_KEY_CODE + Int32(key) }

  @Test("letters, Greek ones too, and Ctrl-R pass as they are")
  func passes() {
    #expect(left(of: "qλ\u{12}") == [0x71, 0x3BB, 0x12])
  }

  @Test("Esc with nothing behind it is a key, and two are two")
  func escape() {
    #expect(left(of: "\u{1B}") == [27])
    #expect(left(of: "\u{1B}\u{1B}") == [27, 27])
    #expect(left(of: [27, code(UNROLL_KEY_RIGHT)]) == [27, code(UNROLL_KEY_RIGHT)])
  }

  @Test(
    "nothing is left of what no key of ours sends, and the next key passes",
    arguments: [
      "\u{1B}[<64;11;6M", "\u{1B}[<0;11;6m", "\u{1B}[M !!", "\u{1B}[57399u", "\u{1B}[27;5;113~",
      "\u{1B}[I", "\u{1B}[[A", "\u{1B}OP", "\u{1B}q", "\u{1B}m",
    ])
  func swallows(_ sequence: String) {
    #expect(left(of: sequence + "l") == [0x6C])
  }

  @Test("a key that a slow line has torn apart is put together")
  func tornApart() {
    #expect(left(of: "\u{1B}[C") == [code(UNROLL_KEY_RIGHT)])
    #expect(left(of: "\u{1B}OD") == [code(UNROLL_KEY_LEFT)])
    #expect(left(of: "\u{1B}[5~") == [code(UNROLL_KEY_PAGE_UP)])
    #expect(left(of: "\u{1B}[200~") == [code(UNROLL_KEY_PASTE_BEGIN)])
  }

  @Test("a key that ncurses knows ends what was left unfinished")
  func unfinished() {
    let open: [Int32] = [27, 0x5B, 0x33]
    #expect(
      left(of: open + [code(UNROLL_KEY_PASTE_END), 0x6C]) == [code(UNROLL_KEY_PASTE_END), 0x6C])
  }

  @Test("a sequence whose rest never comes is forgotten")
  func forgotten() {
    var filter = EscapeFilter()
    #expect(filter.pass(27).isEmpty)
    #expect(filter.pass(0x5B).isEmpty)
    #expect(filter.isInside)
    #expect(filter.rest() == nil)
    filter.reset()
    #expect(!filter.isInside)
    #expect(filter.pass(0x71) == [0x71])
  }
}
