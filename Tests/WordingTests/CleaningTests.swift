import Testing
import Wording

@Suite("Cleaning")
struct CleaningTests {
  @Test(
    "text from outside loses what steers a terminal and keeps its letters",
    arguments: [
      ("plain text", "plain text"),
      ("\u{1b}]52;c;aGk=\u{7}", "]52;c;aGk="),
      ("a\u{9b}31mb", "a31mb"),
      ("a\tb\nc\r\nd", "a b c d"),
      ("a\u{2028}b", "a b"),
      ("safe\u{202e}fdp.exe\u{2066}x\u{2069}", "safefdp.exex"),
      ("z\u{200b}e\u{200d}r\u{feff}o\u{ad}", "zero"),
      ("\u{7f}\u{0}", ""),
      ("\u{e000}\u{10fffe}", "??"),
      ("日本 한글 e\u{301} 🙂", "日本 한글 e\u{301} 🙂"),
    ])
  func cleaning(text: String, expected: String) {
    #expect(Cleaning.text(text) == expected)
    #expect((Cleaning.firstUnsafe(in: text) == nil) == (text == expected))
  }

  @Test("lines stay lines, each of them cleaned")
  func lines() {
    #expect(Cleaning.lines("a\u{1b}[2J\n\n\u{202e}b\n") == "a[2J\n\nb\n")
  }

  @Test("the first character that would not be printed is named")
  func first() {
    #expect(Cleaning.firstUnsafe(in: "a\u{7}\u{1b}") == "\u{7}")
  }

  @Test("cleaned text is clean: cleaning it again changes nothing")
  func idempotent() {
    var all = String.UnicodeScalarView()
    for value in UInt32(0)..<0x3_0000 {
      if let scalar = Unicode.Scalar(value) { all.append(scalar) }
    }
    let once = Cleaning.text(String(all))
    #expect(Array(Cleaning.text(once).unicodeScalars) == Array(once.unicodeScalars))
    #expect(!once.unicodeScalars.contains { $0.properties.isBidiControl })
    #expect(!once.unicodeScalars.contains { $0.properties.isJoinControl })
  }
}
