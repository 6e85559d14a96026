import Lessons
import Screen
import Testing
import Vocabulary

@testable import LessonPlayer
@testable import Tutor

@Suite("The mouse where something lies beside or over the screen")
struct OverlaysAndMouseTests {
  private let size = Size(width: 80, height: 24)

  private func click(_ canvas: Canvas, _ column: Int, _ row: Int) -> Command? {
    canvas.command(for: Mouse(column: column, row: row, .click))
  }

  private func lesson(_ commands: String) throws -> Playing {
    let list = commands.split(separator: ";").map { "        - \($0.trimmingPrefix(" "))\n" }
    return try Playing(
      "title: Small\nobservation: 1\nsteps:\n  - say: Look at t 8 of lstm2.\n    do:\n\(list.joined())"
    )
  }

  @Test(
    "in a lesson a click on a layer's header chooses that layer",
    arguments: [
      Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 60, height: 18),
    ]
  )
  func headers(size: Size) throws {
    let canvas = view(try lesson("go 15; select lstm2").state, size: size)
    for name in ["lstm1", "lstm2"] {
      let row = try #require(canvas.row(beginning: "\(name) reads"), "\(canvas.frame)")
      #expect(click(canvas, 2, row) == .select(.named(name)))
    }
  }

  @Test("in a lesson a click on a timestep goes there, on every screen that has them")
  func timesteps() throws {
    for screen in [Command.ScreenName.network, .layer, .unit, .contrast] {
      let state = try lesson("go 15; open \(screen.rawValue)").state
      let canvas = view(state, size: Size(width: 140, height: 40))
      let ruler = try #require(canvas.textRows().firstIndex { $0.contains("▼") })
      let row = canvas.textRows()[ruler]
      let mark = row.distance(from: row.startIndex, to: try #require(row.firstIndex(of: "▼")))
      #expect(click(canvas, mark - 3, ruler) == .go(.at(12)), "\(screen)")
    }
  }

  @Test("a click on what the lesson says does nothing, beside the screen and below it")
  func narration() throws {
    for (size, columns, rows) in [
      (size, 0..<80, 17..<24), (Size(width: 140, height: 40), 89..<140, 0..<40),
    ] {
      let canvas = view(try lesson("go 15; select lstm2").state, size: size)
      #expect(canvas.says("Look at t 8"))
      let first = try #require(canvas.textRows().firstIndex { $0.contains("Look at t 8") })
      for column in columns where column % 3 == 0 {
        #expect(click(canvas, column, first) == nil)
        for row in rows where row > first { #expect(click(canvas, column, row) == nil) }
      }
    }
  }

  @Test("on the list of lessons a click chooses and then opens, the wheel moves the choice")
  func list() throws {
    var state = try Models.tutor("latch", "go 15")
    state.show(
      LessonList(
        (1...4).map { number in
          LessonEntry(
            name: "0\(number)-name", title: "Lesson \(number)", summary: "One.", minutes: 3,
            steps: 4)
        }))
    let canvas = view(state, size: size)
    let third = try #require(canvas.textRows().firstIndex { $0.contains("Lesson 3") })
    let choose = try #require(click(canvas, 20, third))
    #expect(choose == .select(.named("03-name")))
    _ = state.update(choose)
    #expect(state.lessonList?.choice == 2)
    let open = try #require(click(view(state, size: size), 20, third))
    #expect(state.update(open) == [.loadLesson("03-name")])
    #expect(canvas.command(for: Mouse(column: 3, row: 3, .wheelDown)) == .select(.by(1)))
    #expect(canvas.command(for: Mouse(column: 3, row: 3, .wheelUp)) == .select(.by(-1)))
    let below = (0..<80).filter { click(canvas, $0, 15) != nil }
    #expect(below.isEmpty)
  }

  @Test("clicks on the list mean what was under them, however many come before the next picture")
  func burst() throws {
    var state = try Models.tutor("latch", "go 15")
    state.show(
      LessonList((1...4).map { LessonEntry(name: "0\($0)-name", title: "Lesson \($0)", steps: 4) }))
    let canvas = view(state, size: size)
    func press(_ lesson: Int) throws -> [Effect] {
      let row = try #require(canvas.textRows().firstIndex { $0.contains("Lesson \(lesson)") })
      return state.update(try #require(click(canvas, 20, row)))
    }
    for lesson in [3, 3, 4, 2] {
      #expect(try press(lesson) == [])
      #expect(state.lessonList?.choice == lesson - 1)
    }
    #expect(try press(1) == [.loadLesson("01-name")], "the first was chosen in that picture")
  }

  @Test("over the help nothing behind it is clicked, and the wheel scrolls")
  func help() throws {
    var state = try Models.tutor("latch", "go 15; help")
    let canvas = view(state, size: size)
    for row in 0..<24 { #expect(click(canvas, 30, row) == nil) }
    let command = try #require(canvas.command(for: Mouse(column: 3, row: 3, .wheelDown)))
    _ = state.update(command)
    #expect(state.helpLine == 3)
    #expect(state.position.timestep == 15)
  }

  @Test(
    "while a command is typed neither clicks nor the wheel do anything", arguments: [false, true])
  func prompt(isInLesson: Bool) throws {
    var state = isInLesson ? try lesson("go 15").state : try Models.tutor("latch", "go 15")
    _ = state.update(.prompt("go"))
    let canvas = view(state, size: size)
    #expect(canvas.command(for: Mouse(column: 3, row: 3, .wheelDown)) == nil)
    for row in 0..<24 { #expect(click(canvas, 30, row) == nil) }
  }
}
