import Screen
import Testing

@testable import Terminal

@Suite struct KeyDecoderTests {
  private func keys(_ decoder: inout KeyDecoder) -> [Key] {
    var keys: [Key] = []
    while let key = decoder.next() { keys.append(key) }
    return keys
  }

  private func keys(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    decoder.feed(Array(text.utf8))
    return keys(&decoder)
  }

  static let sequences: [(String, Key)] = [
    ("[A", .up), ("[B", .down), ("[C", .right), ("[D", .left), ("OA", .up), ("OB", .down),
    ("OC", .right), ("OD", .left), ("[1;5C", .right), ("[1;2A", .up),
    ("[H", .home), ("OH", .home), ("[1~", .home), ("[7~", .home), ("[7$", .home), ("[7^", .home),
    ("[F", .end), ("OF", .end), ("[4~", .end), ("[8~", .end), ("[8@", .end),
    ("[5~", .pageUp), ("[6~", .pageDown), ("[5;3~", .pageUp), ("[2~", .insert), ("[3~", .delete),
    ("[Z", .shiftTab), ("OP", .function(1)), ("OS", .function(4)), ("[11~", .function(1)),
    ("[[A", .function(1)), ("[[E", .function(5)), ("[15~", .function(5)), ("[17~", .function(6)),
    ("[21~", .function(10)), ("[24~", .function(12)), ("[1;2P", .function(1)),
    ("OM", .enter), ("OI", .tab), ("Oj", .character("*")), ("Ok", .character("+")),
    ("Om", .character("-")), ("On", .character(".")), ("Oo", .character("/")),
    ("Op", .character("0")), ("Oy", .character("9")), ("OX", .character("=")),
  ]

  @Test("keys with sequences are known in both modes and all variants", arguments: sequences)
  func sequence(rest: String, key: Key) {
    #expect(keys("\u{1b}" + rest) == [key])
    #expect(keys("a\u{1b}\(rest)b") == [.character("a"), key, .character("b")])
  }

  @Test("a sequence that arrives byte by byte is one key", arguments: sequences)
  func split(rest: String, key: Key) {
    var decoder = KeyDecoder()
    var found: [Key] = []
    for byte in "\u{1b}\(rest)x".utf8 {
      decoder.feed([byte])
      found += keys(&decoder)
    }
    #expect(found == [key, .character("x")])
  }

  @Test(
    "single bytes are characters, editing keys and control keys",
    arguments: [
      ("q", [Key.character("q")]), (" ", [.character(" ")]), ("~", [.character("~")]),
      ("\r", [.enter]), ("\n", [.enter]), ("\t", [.tab]), ("\u{8}", [.backspace]),
      ("\u{7f}", [.backspace]), ("\u{12}", [.control("r")]), ("\u{1}", [.control("a")]),
      ("\u{1a}", [.control("z")]), ("\u{0}", [.control("@")]), ("\u{1c}", [.control("\\")]),
      ("\u{1f}", [.control("_")]), ("12g", [.character("1"), .character("2"), .character("g")]),
    ])
  func single(text: String, expected: [Key]) {
    #expect(keys(text) == expected)
  }

  @Test("characters beyond ASCII come whole, also in pieces")
  func utf8() {
    #expect(keys("é→日🙂") == ["é", "→", "日", "🙂"].map { .character($0) })
    var decoder = KeyDecoder()
    decoder.feed([0xe2, 0x86])
    #expect(decoder.next() == nil)
    #expect(decoder.patience != nil)
    decoder.feed([0x92])
    #expect(keys(&decoder) == [.character("→")])
    #expect(decoder.patience == nil)
  }

  @Test(
    "invalid UTF-8, controls beyond ASCII and what has no width yield nothing",
    arguments: [
      [0xff], [0x80], [0xc0, 0x80], [0xe2, 0x28, 0xa1], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80],
      [0xc2, 0x9b], [0xe2, 0x80, 0xae], [0xcc, 0x81], [0xe2, 0x80, 0x8b],
    ] as [[UInt8]])
  func invalid(bytes: [UInt8]) {
    var decoder = KeyDecoder()
    decoder.feed(bytes + [0x71])
    let found = keys(&decoder)
    #expect(found.last == .character("q"))
    #expect(found.dropLast().allSatisfy { $0 == .character("(") })
  }

  @Test("unfinished UTF-8 is dropped when patience ends")
  func unfinishedUTF8() {
    var decoder = KeyDecoder()
    decoder.feed([0xe2, 0x86])
    decoder.giveUp()
    decoder.feed(Array("q".utf8))
    #expect(keys(&decoder) == [.character("q")])
  }

  @Test("a lone escape byte becomes the escape key within 100 ms")
  func escape() throws {
    var decoder = KeyDecoder()
    decoder.feed([0x1b])
    #expect(decoder.next() == nil)
    #expect(try #require(decoder.patience) <= 100)
    decoder.giveUp()
    #expect(keys(&decoder) == [.escape])
    #expect(decoder.patience == nil)
  }

  @Test("escape and then another key are two keys")
  func escapeAndMore() {
    #expect(keys("\u{1b}q") == [.escape, .character("q")])
    #expect(keys("\u{1b}\u{1b}[A") == [.escape, .up])
    #expect(keys("\u{1b}\r") == [.escape, .enter])
  }

  @Test("escape and then a bracket are two keys once no sequence follows")
  func escapeAndBracket() {
    var decoder = KeyDecoder()
    decoder.feed(Array("\u{1b}[".utf8))
    #expect(decoder.next() == nil)
    decoder.giveUp()
    #expect(keys(&decoder) == [.escape, .character("[")])
  }

  @Test("the rest of a sequence that comes long after its escape byte is no text")
  func lateRest() {
    var decoder = KeyDecoder()
    decoder.feed([0x1b])
    decoder.giveUp()
    #expect(keys(&decoder) == [.escape])
    decoder.feed(Array("[C".utf8))
    #expect(keys(&decoder) == [.right])
    decoder.feed(Array("[C".utf8))
    #expect(keys(&decoder) == [.character("["), .character("C")])
  }

  @Test("brackets typed after the escape key are brackets")
  func bracketsAfterEscape() {
    var decoder = KeyDecoder()
    decoder.feed([0x1b])
    decoder.giveUp()
    decoder.feed(Array("[".utf8))
    #expect(keys(&decoder) == [.escape, .character("[")])
    decoder.feed([0x1b])
    decoder.giveUp()
    decoder.feed(Array("[[]".utf8))
    #expect(keys(&decoder) == [.escape, .character("["), .character("["), .character("]")])
  }

  @Test(
    "unknown sequences yield nothing and eat nothing after them",
    arguments: [
      "[99~", "[?1;2c", "[I", "[<0;3;4m", "[<1;3;4M", "[<32;3;4M", "[<0;0;4M", "[<0;3M", "[1;2;3y",
      "[[Z", "OW1", "[12;40R",
    ])
  func unknown(rest: String) {
    let found = keys("\u{1b}\(rest)q")
    #expect(found.last == .character("q"))
    #expect(found.count <= 2)
    #expect(!found.contains(.escape))
  }

  @Test("a sequence broken by a new one does not hide it")
  func broken() {
    #expect(keys("\u{1b}[12\u{1b}[A") == [.up])
    #expect(keys("\u{1b}[1\rq") == [.enter, .character("q")])
  }

  @Test("a sequence without an end is given up at a bound")
  func endless() {
    #expect(keys("\u{1b}[" + String(repeating: "1", count: 600) + "Aq") == [.up, .character("q")])
    var decoder = KeyDecoder()
    decoder.feed(Array(("\u{1b}[" + String(repeating: "1", count: 600)).utf8))
    #expect(decoder.next() == nil)
    #expect(decoder.patience == nil)
  }

  @Test("a paste yields no key, whatever is in it")
  func paste() {
    let text = "q\u{1b}[A:quit\n\u{1b}[20\u{3}日\u{1b}"
    #expect(keys("a\u{1b}[200~\(text)\u{1b}[201~b") == [.character("a"), .character("b")])
  }

  @Test("a paste in pieces of any length yields no key")
  func splitPaste() {
    let bytes = Array("\u{1b}[200~qq\u{1b}[201qq\u{1b}\u{1b}[201~b".utf8)
    for length in 1...bytes.count {
      var decoder = KeyDecoder()
      var found: [Key] = []
      var start = 0
      while start < bytes.count {
        decoder.feed(Array(bytes[start..<min(start + length, bytes.count)]))
        found += keys(&decoder)
        start += length
      }
      #expect(found == [.character("b")], "pieces of \(length)")
    }
  }

  @Test("a paste whose end is lost ends when patience does")
  func lostPasteEnd() {
    var decoder = KeyDecoder()
    decoder.feed(Array("\u{1b}[200~qqqq".utf8))
    #expect(decoder.next() == nil)
    #expect(decoder.patience == 1000)
    decoder.giveUp()
    decoder.feed(Array("x".utf8))
    #expect(keys(&decoder) == [.character("x")])
  }

  @Test("a second end of a paste is nothing")
  func strayPasteEnd() {
    #expect(keys("\u{1b}[201~q") == [.character("q")])
  }

  @Test("what the terminal's description says comes before what is usual")
  func extras() {
    var decoder = KeyDecoder()
    decoder.extras = [
      (Array("\u{1b}[214z".utf8), .end), (Array("\u{1b}[214z".utf8), .home),
      (Array("\u{1b}[P".utf8), .delete),
    ]
    decoder.feed(Array("\u{1b}[214z\u{1b}[P\u{1b}[A".utf8))
    #expect(keys(&decoder) == [.home, .delete, .up])
  }

  /// What terminals answer, and what no terminal answers and is as little a key.
  static let replies = [
    "\u{1b}]11;rgb:1e1e/1e1e/2e2e\u{7}", "\u{1b}]11;rgb:1e1e/1e1e/2e2e\u{1b}\\",
    "\u{1b}]52;c;cXE=\u{1b}\\", "\u{1b}P1$r0m\u{1b}\\", "\u{1b}P>|XTerm(390)\u{1b}\\",
    "\u{1b}P!|7E565445\u{1b}\\", "\u{1b}_Gi=31;OK\u{1b}\\", "\u{1b}^quit q\u{1b}\\",
    "\u{1b}Xquit q\u{1b}\\", "\u{1b}]lé→日🙂 q\u{1b}\\", "\u{1b}[?1;2c", "\u{1b}[>0;276;0c",
    "\u{1b}[?2026;2$y", "\u{1b}[12;40R", "\u{1b}[?1u", "\u{1b}[4;600;800t",
  ]

  @Test("what a terminal answers is no key, in pieces of any length", arguments: replies)
  func reply(text: String) {
    let bytes = Array((text + "q").utf8)
    for length in 1...bytes.count {
      var decoder = KeyDecoder()
      var found: [Key] = []
      for start in stride(from: 0, to: bytes.count, by: length) {
        decoder.feed(Array(bytes[start..<min(start + length, bytes.count)]))
        found += keys(&decoder)
      }
      #expect(found == [.character("q")], "pieces of \(length)")
    }
  }

  @Test(
    "it is none either where its pieces come however late, once it has begun", arguments: replies)
  func lateReply(text: String) {
    let bytes = Array(text.utf8)
    for place in 2..<bytes.count {
      var decoder = KeyDecoder()
      decoder.feed(Array(bytes[..<place]))
      #expect(keys(&decoder).isEmpty)
      // ESC and a bracket alone are what somebody typed.
      if place == 2, bytes[1] == 0x5b { continue }
      decoder.giveUp()
      #expect(keys(&decoder).isEmpty, "given up at \(place)")
      decoder.feed(Array(bytes[place...]))
      #expect(keys(&decoder).isEmpty, "the rest from \(place)")
      decoder.feed([0x71])
      #expect(keys(&decoder) == [.character("q")], "behind \(place)")
    }
  }

  @Test("its rest is none where the escape byte came alone and long before", arguments: replies)
  func restOfReply(text: String) {
    var decoder = KeyDecoder()
    decoder.feed([0x1b])
    decoder.giveUp()
    #expect(keys(&decoder) == [.escape])
    decoder.feed(Array(text.utf8.dropFirst()) + [0x71])
    #expect(keys(&decoder) == [.character("q")])
  }

  @Test(
    "a string in the controls of eight bits is none",
    arguments: [
      [0x9d, 0x31, 0x31, 0x3b, 0x71, 0x9c], [0x90, 0x31, 0x71, 0x1b, 0x5c], [0x9f, 0x47, 0x07],
      [0x98, 0x71, 0x9c], [0x9e, 0x71, 0x9c], [0x9b, 0x3f, 0x31, 0x3b, 0x32, 0x63],
    ] as [[UInt8]])
  func eightBits(bytes: [UInt8]) {
    var decoder = KeyDecoder()
    decoder.feed(bytes + [0x6e])
    #expect(keys(&decoder) == [.character("n")])
  }

  @Test("a key ends a string whose end was lost")
  func lostStringEnd() {
    for (end, expected) in [
      ("\r", [Key.enter]), ("\u{3}", [.control("c")]), ("\u{1b}[A", [.up]),
      ("\u{7f}", [.backspace]),
      ("\u{1b}\u{1b}[C", [.escape, .right]),
    ] {
      var decoder = KeyDecoder()
      decoder.feed(Array("\u{1b}]11;rgb".utf8))
      #expect(keys(&decoder).isEmpty)
      decoder.giveUp()
      decoder.feed(Array("abc\(end)q".utf8))
      #expect(keys(&decoder) == expected + [.character("q")])
    }
  }

  @Test("alt and the letter of a string alone are nothing, and hide nothing behind them")
  func altLetter() {
    for letter in "]PX^_" {
      var decoder = KeyDecoder()
      decoder.feed(Array("\u{1b}\(letter)".utf8))
      #expect(decoder.patience != nil)
      decoder.giveUp()
      #expect(keys(&decoder).isEmpty)
      decoder.feed([0x71])
      #expect(keys(&decoder) == [.character("q")])
    }
  }

  @Test("any bytes in any pieces leave the decoder able to read the next key")
  func anyBytes() {
    // A linear congruential generator with a fixed seed.
    var seed: UInt32 = 1
    func random() -> UInt32 {
      seed = seed &* 1_664_525 &+ 1_013_904_223
      return seed >> 16
    }
    let likely: [UInt8] = [
      0x1b, 0x5b, 0x4f, 0x32, 0x30, 0x31, 0x7e, 0x3b, 0x41, 0xe2, 0xff, 0x24, 0x5d, 0x50, 0x5c,
      0x9d,
      0x9b, 0x07,
    ]
    for _ in 0..<2000 {
      var decoder = KeyDecoder()
      for _ in 0..<(random() % 6) {
        let bytes = (0..<(random() % 12)).map { _ in
          random() % 4 == 0 ? UInt8(random() % 256) : likely[Int(random()) % likely.count]
        }
        decoder.feed(bytes)
        while decoder.next() != nil {}
        if random() % 3 == 0 { decoder.giveUp() }
      }
      for _ in 0..<4 {
        while decoder.next() != nil {}
        if decoder.patience != nil { decoder.giveUp() }
      }
      #expect(decoder.patience == nil)
      // Whatever waits for its end gives way to a control byte.
      decoder.feed(Array("\rq".utf8))
      #expect(keys(&decoder).suffix(2) == [.enter, .character("q")])
    }
  }
}
