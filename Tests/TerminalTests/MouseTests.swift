import Screen
import Testing

@testable import Terminal

@Suite("Mouse")
struct MouseTests {
  private func keys(_ text: String, pieces: Int = .max) -> [Key] {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      decoder.feed(Array(bytes.prefix(pieces)))
      bytes = bytes.dropFirst(pieces)
      while let key = decoder.next() { keys.append(key) }
    }
    return keys
  }

  static let reports: [(String, Mouse)] = [
    ("[<0;1;1M", Mouse(column: 0, row: 0, .click)),
    ("[<0;300;120M", Mouse(column: 299, row: 119, .click)),
    ("[<64;11;6M", Mouse(column: 10, row: 5, .wheelUp)),
    ("[<65;11;6M", Mouse(column: 10, row: 5, .wheelDown)),
    // With shift, alt and control held.
    ("[<4;3;4M", Mouse(column: 2, row: 3, .click)),
    ("[<81;3;4M", Mouse(column: 2, row: 3, .wheelDown)),
    // The old form: three bytes, each 32 more than its number.
    ("[M !!", Mouse(column: 0, row: 0, .click)),
    ("[M`+&", Mouse(column: 10, row: 5, .wheelUp)),
    ("[Maq~", Mouse(column: 80, row: 93, .wheelDown)),
  ]

  @Test("a report is a click or a turn of the wheel in a cell", arguments: reports)
  func report(rest: String, mouse: Mouse) {
    let bytes = "x\u{1b}\(rest)q"
    for pieces in [1, 2, 3, 100] {
      #expect(keys(bytes, pieces: pieces) == [.character("x"), .mouse(mouse), .character("q")])
    }
  }

  @Test(
    "releases, moves, other buttons and broken reports are nothing, and eat nothing",
    arguments: [
      "[<0;3;4m", "[<1;3;4M", "[<2;3;4M", "[<32;3;4M", "[<35;3;4M", "[<66;3;4M", "[<128;3;4M",
      "[<0;0;4M", "[<0;3;0M", "[<0;3M", "[<0;3;4;5M", "[<;;M", "[<a", "[M\"!!", "[M#!!",
      "[<99999999999999999999;1;1M",
    ])
  func nothing(rest: String) {
    let found = keys("\u{1b}\(rest)q")
    #expect(found.last == .character("q"))
    #expect(!found.contains { if case .mouse = $0 { true } else { false } })
    #expect(!found.contains(.escape))
  }
}
