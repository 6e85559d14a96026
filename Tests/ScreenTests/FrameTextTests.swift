import Testing

@testable import Screen

@Suite struct FrameTextTests {
  private func sample() -> Frame {
    var frame = Frame(Size(width: 12, height: 3))
    frame.write("t 3 → h", column: 1, row: 0, style: Style(.title, on: .bar, bold: true))
    for (column, value) in [Float(0.2), 0.9, -0.5, -1].enumerated() {
      frame[column, 1] = Cell(
        .bar(eighths: Int(value.magnitude * 8), hanging: value < 0), Style(.signed(value)))
    }
    frame[5, 1] = Cell(.bar(eighths: 5, hanging: false), Style(.gate(0.66)))
    frame.fill(Rect(column: 8, row: 2, width: 4, height: 1), style: Style(.text, on: .cursor))
    return frame
  }

  @Test("text is characters only: no escape byte, no space at the end of a line")
  func text() {
    #expect(sample().text() == " t 3 → h\n⡀⣷⠛⣿ ▅\n\n")
    #expect(!sample().text().utf8.contains(0x1b))
  }

  @Test("text in ASCII has bytes below 128 only, cell for cell")
  func ascii() {
    #expect(sample().text(ascii: true) == " t 3 > h\n29ei 6\n\n")
    #expect(sample().text(ascii: true).utf8.allSatisfy { $0 < 128 })
  }

  @Test("ANSI sets each style once and ends each line with a reset")
  func ansi() {
    var frame = Frame(Size(width: 8, height: 2))
    frame.write("ab", column: 1, row: 0, style: Style(.accent))
    frame.write("cd", column: 3, row: 0, style: Style(.accent, on: .bar, bold: true))
    #expect(
      frame.ansi(Look())
        == " \u{1b}[0;38;5;81mab\u{1b}[0;1;38;5;81;48;5;236mcd\u{1b}[0m\n\u{1b}[0m\n")
    #expect(
      frame.ansi(Look(tier: .colours16))
        == " \u{1b}[0;96mab\u{1b}[0;1;97;44mcd\u{1b}[0m\n\u{1b}[0m\n")
    #expect(
      frame.ansi(Look(tier: .monochrome))
        == " \u{1b}[0;1mab\u{1b}[0;1;7mcd\u{1b}[0m\n\u{1b}[0m\n")
  }

  @Test("in ANSI a hanging bar is reversed")
  func ansiHanging() {
    var frame = Frame(Size(width: 2, height: 1))
    frame[0, 0] = Cell(.bar(eighths: 2, hanging: true), Style(.signed(-1)))
    #expect(frame.ansi(Look()) == "\u{1b}[0;7;38;5;208m▆\u{1b}[0m\n")
  }

  @Test("ANSI keeps painted spaces and drops unpainted ones")
  func ansiSpaces() {
    var frame = Frame(Size(width: 6, height: 1))
    frame.fill(Rect(column: 1, row: 0, width: 2, height: 1), style: Style(.text, on: .bar))
    #expect(frame.ansi(Look()) == " \u{1b}[0;38;5;252;48;5;236m  \u{1b}[0m\n")
    // Dropped: a space of another ink looks like any other.
    frame[5, 0] = Cell(.glyph(" "), Style(.error))
    #expect(frame.ansi(Look()) == " \u{1b}[0;38;5;252;48;5;236m  \u{1b}[0m\n")
  }

  @Test("ANSI without colours and in ASCII is ASCII and escapes", arguments: PaletteTests.looks)
  func ansiASCII(look: Look) {
    var ascii = look
    ascii.ascii = true
    let output = sample().ansi(ascii)
    #expect(output.utf8.allSatisfy { $0 < 128 })
    #expect(output.split(separator: "\n").allSatisfy { $0.hasSuffix("\u{1b}[0m") })
  }

  @Test("the text of ANSI without its escapes is the text with the same glyphs")
  func ansiGlyphs() {
    let ansi = sample().ansi(Look(tier: .monochrome, ascii: true))
    let plain = ansi.replacing(/\u{1b}\[[0-9;]*m/, with: "")
    #expect(plain.split(separator: "\n").map { $0.trimmed } == [" t 3 > h", "29ei 6"])
  }

  @Test("a golden frame holds the characters, then the meanings, then the legend")
  func golden() {
    #expect(
      sample().golden == """
         t 3 → h
        ⡀⣷⠛⣿ ▅

        --- meanings
        .aaaaaaa....
        bcde.f......
        ........gggg
        --- legend
        a title on bar, bold
        b signed 0.2
        c signed 0.9
        d signed -0.5
        e signed -1.0
        f gate 0.7
        g text on cursor

        """)
  }

  @Test("a golden frame has letters enough for any number of styles")
  func goldenLetters() {
    var frame = Frame(Size(width: 150, height: 1))
    let papers = Paper.allCases
    for column in 0..<150 {
      let style = Style(
        InkColours.inks[column % 14], on: papers[column / 14 % 6], bold: column >= 84)
      frame[column, 0] = Cell(.glyph("x"), style)
    }
    let legend = frame.golden.split(separator: "--- legend\n").last ?? ""
    let letters = legend.split(separator: "\n").compactMap(\.first)
    #expect(letters.count == 149)
    #expect(Set(letters).count == 149)
  }
}

extension Substring {
  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
