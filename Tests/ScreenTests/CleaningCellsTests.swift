import Testing
import Wording

@testable import Screen

@Suite struct CleaningCellsTests {
  @Test(
    "a cell holds one character of one cell's width",
    arguments: [
      ("plain text", "plain text"),
      ("\u{1b}]52;c;aGk=\u{7}", "]52;c;aGk="),
      ("a\tb\nc\r\nd", "a b c d"),
      ("safe\u{202e}fdp.exe\u{2066}x\u{2069}", "safefdp.exex"),
      ("e\u{301}a\u{20dd}", "ea"),
      ("日本", "??"), ("한글", "??"), ("ｗｉｄｅ", "????"), ("🙂", "?"), ("👩‍👩‍👧", "???"),
      ("\u{3000}", "?"), ("a\u{2003}b", "a b"), ("\u{3164}\u{115f}", ""),
      ("\u{e000}\u{10fffe}", "??"),
      ("▸▼■□·→←↑↓⏎⇥▌▶─│…✗✓×σ±−°²é⡀⣿▁█", "▸▼■□·→←↑↓⏎⇥▌▶─│…✗✓×σ±−°²é⡀⣿▁█"),
    ])
  func cells(text: String, expected: String) {
    var frame = Frame(Size(width: 40, height: 1))
    #expect(frame.write(text, column: 0, row: 0) == expected.unicodeScalars.count)
    #expect(frame.textRows() == [expected])
  }
}
