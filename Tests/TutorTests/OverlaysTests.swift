import Lessons
import Screen
import Testing
import Vocabulary

@testable import LessonPlayer
@testable import Tutor

@Suite("What lies over the explorer")
struct OverlaysTests {
  @Test("looking up what a key means changes nothing")
  func pure() throws {
    var state = try Models.tutor("latch", "prompt copy; ")
    let before = state
    #expect(state.input(for: .enter) == .typed(.enter))
    #expect(state == before)
    state.press(.escape)
    #expect(state.input(for: .character("7")) == .digit(7))
    #expect(state.input(for: .character("q")) == .command(.quit))
    #expect(state.input(for: .character("Q")) == nil)
  }

  @Test("a line asks the world for one thing after another, and what stands behind waits")
  func effects() throws {
    var state = try Models.tutor("latch", "prompt")
    for character in "go 3; copy; go 12" { state.press(.character(character)) }
    let effects = state.press(.enter)
    #expect(effects.count == 2 && effects.last == .goOn([.go(.at(12))]))
    guard case .copy(let text) = effects.first else {
      Issue.record("\(effects)")
      return
    }
    #expect(text.hasPrefix("lstm2.cell_state[3, 58] = "))
    #expect(state.position.timestep == 3)
    try Models.answer(effects, on: &state)
    #expect(state.position.timestep == 12)
  }

  @Test("behind a refused command nothing is carried out")
  func refused() throws {
    var state = try Models.tutor()
    #expect(state.update([.go(.at(2)), .select(.named("lstm9")), .go(.at(9))]).isEmpty)
    #expect(state.isRefused && state.position.timestep == 2)
  }

  @Test("the one on top has the keys and the picture, and gives them back when it goes")
  func stack() throws {
    var playing = try Playing(
      asking: "- ask: What?\n  answer: 3\n  of: 1 + 2\n  wrong:\n    4: No.")
    let size = Size(width: 80, height: 24)
    func title() -> String { String(view(playing.state, size: size).textRows()[0].prefix(16)) }
    playing.press("7")
    #expect(playing.state.lesson?.typed?.text == "7")
    try Models.run("help", on: &playing.state)
    #expect(title().contains("Help"))
    playing.press("8 down")
    #expect(playing.state.lesson?.typed?.text == "7" && playing.state.helpLine == 8)
    playing.state.show(LessonList([LessonEntry(name: "01-a", title: "A")]))
    #expect(title().contains("Lessons"))
    playing.press("esc")
    #expect(title().contains("Help"))
    playing.press("esc 5")
    #expect(playing.state.lesson?.typed?.text == "75")
  }

  @Test("leaving a lesson takes away what lies over it")
  func leaving() throws {
    var playing = try Playing(asking: "- say: Look.")
    playing.state.show(LessonList([LessonEntry(name: "01-a", title: "A")]))
    playing.press("x")
    #expect(playing.state.top == nil)
  }
}
