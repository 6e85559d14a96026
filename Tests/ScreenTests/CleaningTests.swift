import Testing

@testable import Screen

@Suite struct CleaningTests {
  @Test(
    "text from outside loses what steers a terminal",
    arguments: [
      ("plain text", "plain text"),
      ("\u{1b}]52;c;aGk=\u{7}", "]52;c;aGk="),
      ("a\u{9b}31mb", "a31mb"),
      ("a\tb\nc\r\nd", "a b c d"),
      ("a\u{2028}b", "a b"),
      ("safe\u{202e}fdp.exe\u{2066}x\u{2069}", "safefdp.exex"),
      ("z\u{200b}e\u{200d}r\u{feff}o\u{ad}", "zero"),
      ("e\u{301}a\u{20dd}", "ea"),
      ("\u{7f}\u{0}", ""),
      ("日本", "??"), ("한글", "??"), ("ｗｉｄｅ", "????"), ("🙂", "?"), ("👩‍👩‍👧", "???"),
      ("\u{3000}", "?"), ("a\u{2003}b", "a b"),
      ("\u{e000}\u{10fffe}", "??"),
      ("▸▼■□·→←↑↓⏎⇥▌▶─│…✗✓×σ±−°²é⡀⣿▁█", "▸▼■□·→←↑↓⏎⇥▌▶─│…✗✓×σ±−°²é⡀⣿▁█"),
    ])
  func cleaning(text: String, expected: String) {
    #expect(Cleaning.text(text) == expected)
    #expect(Cleaning.width(of: text) == expected.unicodeScalars.count)
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
