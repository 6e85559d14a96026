import Testing

@testable import Screen

@Suite struct FrameDimTests {
  private func sample() -> Frame {
    var frame = Frame(Size(width: 8, height: 4))
    frame.write("title", column: 0, row: 0, style: Style(.title, on: .bar, bold: true))
    frame.write("f gate", column: 0, row: 1, style: Style(.series(1), bold: true))
    frame[7, 2] = Cell(.bar(eighths: 3, hanging: true), Style(.signed(-0.3), on: .cursor))
    return frame
  }

  @Test("all cells outside the rectangles are dimmed, but not the title")
  func dim() {
    var frame = sample()
    frame.dim(except: [
      Rect(column: 0, row: 1, width: 2, height: 1), Rect(column: 5, row: 1, width: 9, height: 2),
    ])
    let dimmed = (0..<4).map { row in
      String((0..<8).map { frame[$0, row].style.dimmed ? "d" : "." })
    }
    #expect(dimmed == ["........", "..ddd...", "ddddd...", "dddddddd"])
    #expect(frame.textRows() == sample().textRows(), "no character changes")
    #expect(frame[2, 1].style == Style(.series(1), bold: true, dimmed: true))
  }

  @Test("without rectangles everything below the title is dimmed; no size is too small")
  func dimAll() {
    for (width, height) in [(8, 4), (8, 1), (0, 0), (0, 3)] {
      var frame = Frame(Size(width: width, height: height))
      frame.dim(except: [])
      #expect(frame.cells.count(where: \.isDimmed) == width * max(0, height - 1))
    }
  }

  @Test("what is dimmed is so in the golden text, halves as well")
  func golden() {
    var frame = Frame(Size(width: 3, height: 2))
    frame[0, 1] = Cell(.glyph("f"), Style(.series(1), on: .cursor, bold: true))
    frame[1, 1] = Cell(.halves(Halves(.gate, upper: 0.5, lower: nil)))
    frame.dim(except: [Rect(column: 2, row: 1, width: 1, height: 1)])
    #expect(
      frame.golden.hasSuffix(
        "a forgetGate on cursor, bold, dimmed\nb gate 0.5 over nothing, dimmed\n"))
  }

  @Test("what is covered is a question mark, on the ground that it had")
  func cover() {
    var frame = sample()
    frame.cover(Rect(column: 0, row: 1, width: 20, height: 20))
    #expect(frame.textRows() == ["title", "? ???? ?", "       ?", "       ?"])
    #expect(frame[0, 1] == Cell(.glyph("?"), Style(.quiet)))
    #expect(frame[1, 1] == sample()[1, 1], "a space is nothing")
    #expect(frame[7, 2] == Cell(.glyph("?"), Style(.quiet, on: .cursor)))
  }

  @Test("the ground of a marked event goes, that of a selection stays")
  func coverEvents() {
    var frame = Frame(Size(width: 3, height: 1))
    for (column, paper) in [Paper.eventOn, .eventOff, .selection].enumerated() {
      frame[column, 0] = Cell(.glyph("7"), Style(.text, on: paper, bold: true))
    }
    frame.cover(Rect(column: 0, row: 0, width: 3, height: 1))
    #expect((0..<3).map { frame[$0, 0].style.paper } == [.none, .none, .selection])
    #expect((0..<3).allSatisfy { frame[$0, 0].style.ink == .quiet && !frame[$0, 0].style.bold })
  }

  @Test("a bar several lines high does not tell its value by the lines that it fills")
  func coverTallBars() {
    var low = Frame(Size(width: 2, height: 4))
    var high = low
    low[0, 3] = Cell(.bar(eighths: 2, hanging: false), Style(.gate(0.1)))
    for row in 0..<4 { high[0, row] = Cell(.bar(eighths: 8, hanging: false), Style(.gate(1))) }
    let rect = Rect(column: 0, row: 0, width: 2, height: 4)
    low.cover(rect)
    high.cover(rect)
    #expect(low == high)
    #expect(low.textRows() == ["?", "?", "?", "?"])
  }

  @Test("what was dimmed before it is covered stays dimmed, and the other way round")
  func coverDimmed() {
    let rect = Rect(column: 0, row: 1, width: 6, height: 1)
    var dimmedFirst = sample()
    dimmedFirst.dim(except: [])
    dimmedFirst.cover(rect)
    var coveredFirst = sample()
    coveredFirst.cover(rect)
    coveredFirst.dim(except: [])
    #expect(dimmedFirst == coveredFirst)
  }
}
