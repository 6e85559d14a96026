import Testing

@testable import Screen

@Suite struct FrameTests {
  private func row(_ frame: Frame, _ row: Int = 0) -> String { frame.textRows()[row] }

  @Test("a frame of no size takes everything and shows nothing")
  func empty() {
    for size in [Size(width: 0, height: 0), Size(width: -4, height: 3), Size(width: 3, height: 0)] {
      var frame = Frame(size)
      frame.write("text", column: 0, row: 0)
      frame[0, 0] = Cell(.glyph("x"))
      frame.fill(Rect(column: -5, row: -5, width: 20, height: 20), style: Style(.text, on: .bar))
      #expect(frame.cells.isEmpty)
      #expect(frame[0, 0] == .blank)
      #expect(frame.changes(since: nil).allSatisfy { $0.columns.isEmpty })
    }
    #expect(Frame(Size(width: 0, height: 0)).text() == "")
    #expect(Frame(Size(width: 0, height: 2)).ansi(Look()) == "\u{1b}[0m\n\u{1b}[0m\n")
  }

  @Test("writing outside is ignored, reading outside gives a blank")
  func outside() {
    var frame = Frame(Size(width: 20, height: 5))
    for (column, row) in [(-1, 0), (20, 0), (0, -1), (0, 5), (.min, 0), (0, .max)] {
      frame[column, row] = Cell(.glyph("x"))
      #expect(frame[column, row] == .blank)
    }
    #expect(frame == Frame(Size(width: 20, height: 5)))
  }

  @Test("a text is written from its column and tells the next one")
  func write() {
    var frame = Frame(Size(width: 20, height: 5))
    let next = frame.write("lstm1", column: 2, row: 1, style: Style(.title, bold: true))
    #expect(next == 7)
    #expect(row(frame, 1) == "  lstm1")
    #expect(frame[2, 1] == Cell(.glyph("l"), Style(.title, bold: true)))
    #expect(frame[7, 1] == .blank)
  }

  @Test("a text beyond the edges loses what lies outside, on all sides")
  func clipping() {
    var frame = Frame(Size(width: 6, height: 2))
    #expect(frame.write("abcdef", column: -2, row: 0) == 4)
    #expect(frame.write("uvwxyz", column: 3, row: 1) == 9)
    #expect(frame.write("no", column: 0, row: 2) == 2)
    #expect(frame.write("no", column: 0, row: -1) == 2)
    #expect(frame.textRows() == ["cdef", "   uvw"])
  }

  @Test(
    "what does not fit its width ends with …",
    arguments: [
      ("forget gate", 11, "forget gate", 11), ("forget gate", 10, "forget ga…", 10),
      ("forget gate", 1, "…", 1), ("forget gate", 0, "", 0), ("forget gate", -2, "", 0),
      ("abc", 9, "abc", 3), ("", 4, "", 0), ("日本語", 2, "?…", 2),
    ])
  func cutting(text: String, width: Int, expected: String, next: Int) {
    var frame = Frame(Size(width: 20, height: 1))
    #expect(frame.write(text, column: 0, row: 0, width: width) == next)
    #expect(row(frame) == expected)
  }

  @Test("the cut stands where the width ends, even where the frame ends before")
  func cutOutside() {
    var frame = Frame(Size(width: 4, height: 1))
    #expect(frame.write("abcdefgh", column: 0, row: 0, width: 6) == 6)
    #expect(row(frame) == "abcd")
  }

  @Test("a text is cleaned as it is written")
  func cleaned() {
    var frame = Frame(Size(width: 20, height: 1))
    #expect(frame.write("a\u{202e}b\u{1b}[2Jc\u{200b}", column: 0, row: 0) == 6)
    #expect(row(frame) == "ab[2Jc")
  }

  @Test("filling stays inside")
  func fill() {
    var frame = Frame(Size(width: 4, height: 3))
    frame.fill(Rect(column: 2, row: 1, width: 9, height: 9), Cell(.glyph("#")))
    #expect(frame.textRows() == ["", "  ##", "  ##"])
    frame.fill(Rect(column: -3, row: -3, width: 4, height: 4), Cell(.glyph("o")))
    #expect(frame.textRows() == ["o", "  ##", "  ##"])
  }

  @Test("changes are runs of one row, parted only by long stretches of equal cells")
  func changes() {
    let before = Frame(Size(width: 30, height: 3))
    var after = before
    #expect(after.changes(since: before).isEmpty)
    for column in [2, 3, 9, 25] { after[column, 1] = Cell(.glyph("x")) }
    after[29, 2] = Cell(.glyph("y"))
    #expect(
      after.changes(since: before) == [
        Frame.Run(row: 1, columns: 2..<10), Frame.Run(row: 1, columns: 25..<26),
        Frame.Run(row: 2, columns: 29..<30),
      ])
  }

  @Test("without a frame before, or with one of another size, everything changes")
  func changesOfAll() {
    let frame = Frame(Size(width: 5, height: 2))
    let all = [Frame.Run(row: 0, columns: 0..<5), Frame.Run(row: 1, columns: 0..<5)]
    #expect(frame.changes(since: nil) == all)
    #expect(frame.changes(since: Frame(Size(width: 2, height: 5))) == all)
  }

  @Test("what is written over other text, or beyond the right edge, is counted")
  func faults() {
    var frame = Frame(Size(width: 10, height: 2))
    frame.write("abcdef", column: 0, row: 0)
    frame.write("gh", column: 7, row: 0)
    #expect(frame.faults == 0)
    frame.write("xy z", column: 4, row: 0)
    #expect(frame.faults == 3, "x, y and z meet e, f and g; the space meets nothing")
    frame.write("beyond", column: 8, row: 1)
    #expect(frame.faults == 7)
    frame.fill(Rect(column: 0, row: 0, width: 10, height: 1), style: Style())
    frame.write("fits after all", column: 0, row: 0, width: 10)
    #expect(frame.faults == 7)
  }
}
