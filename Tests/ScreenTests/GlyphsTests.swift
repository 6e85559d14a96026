import Testing

@testable import Screen

@Suite struct GlyphsTests {
  private func terminal(_ content: Content, _ ink: Ink = .text, ascii: Bool = false) -> String {
    let shown = Glyphs.onTerminal(Cell(content, Style(ink)), ascii: ascii)
    return String(Character(shown.scalar)) + (shown.reversed ? " reversed" : "")
  }

  private func texts(_ hanging: Bool, _ ink: Ink) -> String {
    var text = String.UnicodeScalarView()
    for eighths in 0...8 {
      let cell = Cell(.bar(eighths: eighths, hanging: hanging), Style(ink))
      text.append(Glyphs.inText(cell, ascii: false))
    }
    return String(text)
  }

  @Test("on a terminal a bar stands as a lower block")
  func standing() {
    let shown = (0...8).map { terminal(.bar(eighths: $0, hanging: false)) }
    #expect(shown == [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"])
  }

  @Test("on a terminal a bar hangs as the block that completes it, reversed")
  func hanging() {
    let shown = (0...8).map { terminal(.bar(eighths: $0, hanging: true)) }
    #expect(
      shown == [
        " ", "▇ reversed", "▆ reversed", "▅ reversed", "▄ reversed", "▃ reversed", "▂ reversed",
        "▁ reversed", "█",
      ])
  }

  @Test("the table of bars agrees with what a terminal shows")
  func barTable() {
    for eighths in 0...8 {
      for hanging in [false, true] {
        let cell = Cell(.bar(eighths: eighths, hanging: hanging))
        #expect(Glyphs.barsOnTerminal[cell.barCode] == Glyphs.onTerminal(cell, ascii: false))
      }
    }
  }

  @Test("in text values with a sign are Braille, the others blocks; whatever hangs is Braille")
  func inText() {
    #expect(texts(false, .gate(0.5)) == " ▁▂▃▄▅▆▇█")
    #expect(texts(false, .accent) == " ▁▂▃▄▅▆▇█")
    #expect(texts(false, .signed(0.5)) == " ⡀⣀⣄⣤⣦⣶⣷⣿")
    #expect(texts(true, .signed(-0.5)) == " ⠁⠉⠋⠛⠟⠿⡿⣿")
    #expect(texts(true, .accent) == " ⠁⠉⠋⠛⠟⠿⡿⣿")
  }

  @Test(
    "in ASCII a gate is its tenths",
    arguments: [
      (Float(0), "0"), (0.05, "0"), (0.1, "1"), (0.37, "3"), (0.7, "7"), (0.99, "9"), (1, "9"),
      (1.5, "9"), (-1, "0"), (.nan, "?"),
    ])
  func asciiGate(value: Float, expected: String) {
    #expect(terminal(.bar(eighths: 4, hanging: false), .gate(value), ascii: true) == expected)
  }

  @Test(
    "in ASCII a value with a sign is a digit above zero, a letter below, a dash near it",
    arguments: [
      (Float(0), "-"), (0.04, "-"), (-0.04, "-"), (0.06, "1"), (-0.06, "a"), (0.5, "5"),
      (-0.5, "e"), (1, "9"), (-1, "i"), (9, "9"), (-9, "i"), (.infinity, "9"), (-.infinity, "i"),
      (.nan, "?"),
    ])
  func asciiSigned(value: Float, expected: String) {
    #expect(terminal(.bar(eighths: 4, hanging: value < 0), .signed(value), ascii: true) == expected)
  }

  @Test("in ASCII any other bar is the tenths of its height, a letter when it hangs")
  func asciiBar() {
    let standing = (0...8).map { terminal(.bar(eighths: $0, hanging: false), ascii: true) }
    #expect(standing == [" ", "1", "2", "3", "5", "6", "7", "8", "9"])
    let hanging = (0...8).map { terminal(.bar(eighths: $0, hanging: true), ascii: true) }
    #expect(hanging == [" ", "a", "b", "c", "e", "f", "g", "h", "i"])
  }

  @Test("every glyph that the screens use has an ASCII character")
  func asciiList() {
    let used = "▸▶▼▲◂■□▪●○·∙→←↑↓↔⏎⇥⇤▌▐█▀▄▁▂▃▅▆▇─│┌┐└┘├┤┬┴┼…✗✓×÷σΣ±−–—°²³·≈≠≤≥∞√∂Δ½“”‘’éüß₀₁ₜ"
    for scalar in used.unicodeScalars {
      let ascii = Glyphs.ascii(scalar)
      #expect(ascii.isASCII && ascii != "?", "\(scalar)")
      #expect(ascii.value >= 0x20 && ascii.value < 0x7f, "\(scalar)")
    }
  }

  @Test("the whole table is ASCII, and names no character twice")
  func asciiTable() {
    var seen: Set<Unicode.Scalar> = []
    for (scalars, ascii) in Glyphs.table {
      #expect(ascii.value >= 0x20 && ascii.value < 0x7f)
      for scalar in scalars.unicodeScalars {
        #expect(!scalar.isASCII)
        #expect(seen.insert(scalar).inserted, "\(scalar)")
      }
    }
  }

  @Test("the characters that carry meaning map to the agreed ones, unknown ones to ?")
  func asciiExamples() {
    let ascii = "▸▼■□·→…−×✗✓日a".unicodeScalars.map { Character(Glyphs.ascii($0)) }
    #expect(String(ascii) == ">v#o.>~-xxy?a")
  }
}
