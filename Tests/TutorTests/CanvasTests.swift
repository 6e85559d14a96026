import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("Canvas")
struct CanvasTests {
  private let size = Size(width: 20, height: 5)

  @Test("parts are recorded in order, several under one name")
  func names() {
    var canvas = Canvas(size)
    let time = Columns(start: 3, first: 0, count: 9)
    let first = Rect(column: 0, row: 1, width: 20, height: 2)
    let second = Rect(column: 4, row: 3, width: 2, height: 1)
    canvas.name(.x, first, timeline: time)
    canvas.name(.x, second)
    #expect(
      canvas.parts == [
        Region(name: .x, rect: first, timeline: time),
        Region(name: .x, rect: second, timeline: nil),
      ])
  }

  @Test("a part is cut at the canvas's edges; one outside, or of no size, is not recorded")
  func clipping() {
    var canvas = Canvas(size)
    canvas.name(.word("cut"), Rect(column: -2, row: 3, width: 30, height: 9))
    canvas.name(.word("below"), Rect(column: 0, row: 5, width: 20, height: 1))
    canvas.name(.word("empty"), Rect(column: 2, row: 2, width: 0, height: 1))
    #expect(canvas.parts.map(\.name) == [.word("cut")])
    #expect(canvas.parts[0].rect == Rect(column: 0, row: 3, width: 20, height: 2))
    var none = Canvas(Size(width: 0, height: 0))
    none.name(.word("title"), Rect(column: 0, row: 0, width: 80, height: 1))
    #expect(none.parts.isEmpty)
  }

  @Test("parts are neither painted nor in the golden text")
  func unseen() {
    let plain = Canvas(size)
    var named = plain
    named.name(.word("title"), Rect(column: 0, row: 0, width: 20, height: 1))
    #expect(named.golden == plain.golden)
    #expect(named.frame.changes(since: plain.frame).isEmpty)
  }

  @Test("a part that is drawn row by row reaches as far as it was drawn")
  func extending() {
    var canvas = Canvas(size)
    canvas.extend(.layer("lstm1"), row: 1)
    canvas.extend(.layer("lstm1"), row: 3)
    #expect(canvas.parts.map(\.rect) == [Rect(column: 0, row: 1, width: 20, height: 3)])
  }

  @Test("a layer is another part than a word or a quantity of the same name, and lessons mean both")
  func sameNames() {
    var canvas = Canvas(size)
    canvas.name(.word("map"), row: 0)
    canvas.name(.layer("map"), row: 1)
    canvas.extend(.layer("map"), row: 2)
    canvas.name(.layer("a.output"), row: 3)
    canvas.name(.quantity("a.output"), row: 4)
    #expect(canvas.rects(of: "map").map(\.rows) == [0..<1, 1..<3])
    #expect(canvas.rects(of: "a.output").map(\.rows) == [3..<4, 4..<5])
    #expect(canvas.rects(of: "a.output[3, 1]").map(\.rows) == [4..<5])
    #expect(Quantity(layer: "a", .output).part == .quantity("a.output"))
  }

  @Test("columns are those of the positions that they show, and no others")
  func columns() {
    let time = Columns(start: 17, first: 30, count: 50)
    #expect(time.column(of: 30) == 17 && time.column(of: 79) == 66)
    #expect(time.column(of: 29) == nil && time.column(of: 80) == nil)
    #expect(time.column(of: .min) == nil && time.column(of: .max) == nil)
    #expect(Columns(start: 17, first: 0, count: 0).column(of: 0) == nil)
  }

  @Test("positions of several columns begin where the one before ends", arguments: 1...4)
  func wideColumns(each: Int) {
    let time = Columns(start: 5, first: 7, count: 6, each: each)
    for column in -2..<40 {
      let position = time.position(at: column)
      #expect((position != nil) == time.all.contains(column))
      guard let position, let first = time.column(of: position) else { continue }
      #expect((first..<first + each).contains(column))
    }
  }

  @Test("a click does what the topmost place under it does")
  func clicks() {
    var canvas = Canvas(size)
    let columns = Columns(start: 4, first: 0, count: 3)
    canvas.click(row: 2, .does(.select(.named("lstm1"))))
    canvas.goes(columns, rows: 2..<3)
    canvas.name(.layer("lstm1"), row: 2)
    func click(_ column: Int, _ row: Int) -> Command? {
      canvas.command(for: Mouse(column: column, row: row, .click))
    }
    #expect(click(5, 2) == .go(.at(1)))
    #expect(click(7, 2) == .select(.named("lstm1")))
    #expect(click(5, 1) == nil && click(-1, 2) == nil && click(5, 9) == nil)
    canvas.click(columns.rect(rows: 2..<3), .goesBackwards(columns, last: 9))
    #expect(click(4, 2) == .go(.at(9)))
    canvas.ignoreMouse()
    #expect(click(5, 2) == nil)
    #expect(canvas.parts.map(\.name) == [.layer("lstm1")])
  }

  @Test("rows that are shown elsewhere take along what they are")
  func composing() {
    var inner = Canvas(Size(width: 10, height: 6))
    let columns = Columns(start: 2, first: 5, count: 4)
    inner.name(.x, rows: 3..<5, timeline: columns)
    inner.goes(columns, rows: 3..<5)
    inner.write("t \(400)", column: 0, row: 4)
    var outer = Canvas(size)
    outer.show([0, 4, 5], of: inner, in: Rect(column: 7, row: 1, width: 10, height: 3))
    #expect(outer.textRows()[2] == "       t 400")
    #expect(outer.parts.map(\.rect) == [Rect(column: 7, row: 2, width: 10, height: 1)])
    #expect(outer.parts[0].timeline?.column(of: 5) == 9)
    #expect(outer.command(for: Mouse(column: 10, row: 2, .click)) == .go(.at(6)))
    #expect(outer.command(for: Mouse(column: 10, row: 1, .click)) == nil)
    outer.cover { told, parts in told == .number(400, digits: 0) && parts() == [.x] }
    #expect(outer.textRows()[2] == "       t ???")
  }

  @Test("what was erased or covered tells nothing any more")
  func erasing() {
    var canvas = Canvas(size)
    canvas.write("\(100) \(200)", column: 1, row: 1)
    canvas.write("\(300)", column: 1, row: 2)
    canvas.write("\(400)", column: 1, row: 3)
    canvas.erase(Rect(column: 0, row: 2, width: 20, height: 1))
    canvas.write(plain: "left", column: 1, row: 2)
    canvas.cover([Rect(column: 0, row: 3, width: 20, height: 1)])
    canvas.cover { _, _ in true }
    #expect(canvas.textRows()[1...3] == [" ??? ???", " left", " ???"])
  }
}
