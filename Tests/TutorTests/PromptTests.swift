import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("Prompt")
struct PromptTests {
  /// Presses keys one after another, as the event loop does.
  private func press(_ keys: [Key], on state: inout State) throws {
    for key in keys {
      try Models.answer(state.press(key), on: &state)
    }
  }

  private func keys(_ text: String) -> [Key] { text.map { .character($0) } }

  @Test("a colon opens it, letters are text and no commands, enter carries it out")
  func types() throws {
    var state = try Models.tutor()
    try press([.character(":")] + keys("go 12"), on: &state)
    #expect(state.prompt?.text == "go 12" && state.position.timestep == 0)
    try press([.enter], on: &state)
    #expect(state.prompt == nil && state.position.timestep == 12)
  }

  @Test("several commands stand in one line, and a wrong one is said")
  func several() throws {
    var state = try Models.tutor()
    try press([.character(":")] + keys("go 3; select lstm1; unit 7") + [.enter], on: &state)
    #expect(state.position.timestep == 3 && state.selectedName == "lstm1")
    #expect(state.position.units[0] == 7)
    try press([.character(":")] + keys("selct lstm2") + [.enter], on: &state)
    #expect(state.message == "unknown command 'selct'; did you mean 'select'?")
  }

  @Test("tab adds what all completions share, and the space after the only one")
  func completes() throws {
    var state = try Models.tutor()
    try press([.character(":")] + keys("sel") + [.tab], on: &state)
    #expect(state.prompt?.text == "select ")
    try press(keys("ls") + [.tab], on: &state)
    #expect(state.prompt?.text == "select lstm")
    try press(keys("1") + [.enter], on: &state)
    #expect(state.selectedName == "lstm1")
    #expect(state.completions(of: "clamp lstm2.f") == ["lstm2.forget_gate"])
    #expect(state.completions(of: "go 1; op") == ["open"])
    #expect(state.completions(of: "open ").count == Command.ScreenName.allCases.count)
  }

  @Test("the arrows bring earlier lines back, and the one being typed")
  func recalls() throws {
    var state = try Models.tutor()
    try press([.character(":")] + keys("go 1") + [.enter], on: &state)
    try press([.character(":")] + keys("go 2") + [.enter], on: &state)
    try press([.character(":")] + keys("un") + [.up], on: &state)
    #expect(state.prompt?.text == "go 2")
    try press([.up, .up], on: &state)
    #expect(state.prompt?.text == "go 1")
    try press([.down, .down], on: &state)
    #expect(state.prompt?.text == "un")
  }

  @Test("the cursor moves, and text goes in and out where it stands")
  func edits() throws {
    var state = try Models.tutor()
    try press(
      [.character(":")] + keys("go 2") + [.left, .character("1"), .home, .delete, .delete]
        + keys("to")
        + [.end, .backspace, .character("9")], on: &state)
    #expect(state.prompt?.text == "to 19")
    try press([.escape], on: &state)
    #expect(state.prompt == nil)
    try press([.character(":"), .backspace], on: &state)
    #expect(state.prompt == nil, "backspace in an empty line leaves it")
  }

  @Test("x begins a what-if with what is under the cursor")
  func whatIf() throws {
    var state = try Models.tutor("latch", "go 40")
    try press([.character("x")], on: &state)
    #expect(state.prompt?.text == "erase c 40 lstm2")
    state = try Models.tutor("latch", "go 40; look forget_gate")
    try press([.character("x")] + keys("1") + [.enter], on: &state)
    #expect(state.position.changes.map(\.description) == ["clamp lstm2.forget_gate 58 1"])
    state = try Models.tutor("weather", "go 12; select input_layer; unit 3")
    try press([.character("x")], on: &state)
    #expect(state.prompt?.text == "put x[12, 3] ")
  }

  @Test("it is drawn over the footer with its cursor and what may come next, at every width")
  func drawn() throws {
    var state = try Models.tutor()
    try press([.character(":")] + keys("clamp lstm2."), on: &state)
    for width in [60, 80, 200] {
      let frame = view(state, size: Size(width: width, height: 24))
      #expect(frame.line(23).hasPrefix(" :clamp lstm2."))
      #expect(frame[14, 23].style.reversed)
      #expect(frame.line(22).contains("tab: lstm2.input_gate"))
    }
    try press(keys(String(repeating: "x", count: 600)), on: &state)
    #expect(view(state, size: Size(width: 60, height: 24)).line(23).hasSuffix("xxx"))
  }
}
