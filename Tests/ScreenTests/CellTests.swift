import Testing

@testable import Screen

@Suite struct CellTests {
  static let inks: [Ink] =
    InkColours.inks + [
      .gate(0), .gate(0.123456), .gate(1), .signed(-1), .signed(0.1), .signed(-0.07),
    ]

  @Test("every ink and paper comes back from the bits", arguments: inks, Paper.allCases)
  func styleRoundTrip(ink: Ink, paper: Paper) {
    for emphasis in 0..<16 {
      let style = Style(
        ink, on: paper, bold: emphasis & 1 != 0, underlined: emphasis & 2 != 0,
        reversed: emphasis & 4 != 0, dimmed: emphasis & 8 != 0)
      let cell = Cell(.glyph("x"), style)
      #expect(cell.style == style)
      #expect(cell.content == .glyph("x"))
      #expect(cell.hasEmphasis == (emphasis & 7 != 0))
      #expect(cell.isDimmed == (emphasis & 8 != 0))
    }
  }

  @Test("the plain inks and those with values have codes of their own")
  func inkCodes() {
    let codes = CellTests.inks.map { Cell(.glyph(" "), Style($0)).inkCode }
    #expect(Array(codes.prefix(8)) == Array(0..<8))
    #expect(codes.dropFirst(8) == [8, 8, 8, 8, 8, 8, 9, 9, 9, 10, 10, 10])
  }

  @Test("a series has more numbers than a palette has hues, which then begin again")
  func series() {
    let palette = Palette(Look())
    let number = 3 + 5 * Ink.hueCount
    let cell = Cell(.glyph("x"), Style(.series(number)))
    #expect(cell.style.ink == .series(number))
    #expect(palette.appearance(of: cell) == palette.appearance(of: Style(.series(3))))
  }

  @Test("every bar comes back from the bits, the last scalar as well")
  func contentRoundTrip() {
    for eighths in 0...8 {
      for hanging in [false, true] {
        let bar = Content.bar(eighths: eighths, hanging: hanging)
        #expect(Cell(bar, Style(.signed(-0.5))).content == bar)
        #expect(Cell(bar).scalarValue == nil)
      }
    }
    #expect(Cell(.glyph("\u{10ffff}")).content == .glyph("\u{10ffff}"))
  }

  @Test("the eighths of a bar are limited to 0 to 8")
  func eighthsAreLimited() {
    #expect(Cell(.bar(eighths: -3, hanging: false)).content == .bar(eighths: 0, hanging: false))
    #expect(Cell(.bar(eighths: 99, hanging: true)).content == .bar(eighths: 8, hanging: true))
  }

  @Test("content and style can be set apart from each other")
  func setters() {
    var cell = Cell(.glyph("a"), Style(.gate(0.5), on: .cursor, bold: true))
    cell.content = .bar(eighths: 3, hanging: true)
    #expect(cell.style == Style(.gate(0.5), on: .cursor, bold: true))
    cell.style = Style(.ghost)
    #expect(cell == Cell(.bar(eighths: 3, hanging: true), Style(.ghost)))
  }

  @Test("minus zero is zero, so that equal styles make equal cells")
  func minusZero() {
    #expect(Cell(.glyph("x"), Style(.signed(-0.0))) == Cell(.glyph("x"), Style(.signed(0))))
  }
}
