import Phrases
import Screen
import Testing
import Vocabulary

@testable import LessonPlayer
@testable import Tutor

@Suite("Reading on")
struct ReadingOnTests {
  @Test("e says what is under the cursor in a sentence with its numbers")
  func explains() throws {
    #expect(
      try Models.tutor("latch", "go 15; explain").message
        == "lstm2.cell_state[15, 58] = +0.429: f·c + i·g = 0.019·(-1.987) + 0.584·0.798.")
    let gate = try Models.tutor("latch", "go 15; look forget_gate; explain").message ?? ""
    #expect(gate.hasPrefix("lstm2.forget_gate[15, 58] = +0.019: 2 % of c[14] = -1.987 is kept"))
    let input = try Models.tutor("weather", "go 12; select input_layer; explain").message ?? ""
    #expect(input.hasPrefix("x[12, 0] = "))
  }

  @Test("y keeps the address and the value of what is under the cursor")
  func copies() throws {
    var state = try Models.tutor("latch", "go 15")
    guard case .copy(let text) = state.update(.copy).first else {
      Issue.record("nothing was copied")
      return
    }
    #expect(text.hasPrefix("lstm2.cell_state[15, 58] = 0.42"))
  }

  @Test("a place is kept under a name, and found again")
  func bookmarks() throws {
    let state = try Models.tutor(
      "latch", "go 15; mark clear; go 3; select lstm1; observation 5; to clear")
    #expect(state.position.timestep == 15 && state.position.observation == 1)
    #expect(state.selectedName == "lstm2")
    #expect(
      try Models.tutor("latch", "to there").message == "nothing is kept yet; type 'mark there'")
    #expect(
      try Models.tutor("latch", "mark here; model weather; to here").message
        == "'here' is a place in latch; open it first with 'model latch'")
  }

  @Test("a breakpoint stops playing there and says where and which unit")
  func breakpoint() throws {
    var state = try Models.tutor("latch", "go 5; break lstm2.forget_gate[*, 58] < 0.2; play")
    while state.isPlaying { _ = state.update(.tick) }
    #expect(state.position.timestep == 15)
    #expect(state.message == "stopped: lstm2.forget_gate[15, 58] = +0.019 < 0.2")
    let any = try Models.tutor("latch", "break lstm9.forget_gate < 0.1")
    #expect(any.isRefused)
    #expect(try Models.tutor("latch", "break none").message == "there was no breakpoint")
  }

  @Test("with predict on a timestep opens only after a guess, and the score is kept")
  func predicts() throws {
    var state = try Models.tutor("latch", "go 14; predict on")
    try Models.run("go +1", on: &state)
    #expect(state.position.timestep == 14 && state.isRefused)
    try Models.run("play", on: &state)
    #expect(!state.isPlaying)
    try Models.run("guess up", on: &state)
    #expect(state.position.timestep == 15)
    #expect(state.message == "Right: c went up, from -1.99 to +0.43. 1 of 1 right.")
    // At t 32 a 7 sets the bit: the sign of c turns.
    try Models.run("predict off; go 31; predict on; guess up", on: &state)
    #expect(state.message == "No: c went down, from +0.40 to -0.43. 0 of 1 right.")
    try Models.run("predict off; go +1", on: &state)
    #expect(state.position.timestep == 33)
  }

  @Test("what counts as the same is said before the guess and after it")
  func tolerance() throws {
    var state = try Models.tutor("latch", "go start; predict on")
    let asked = try #require(state.message)
    let bound = try #require(asked.firstMatch(of: /stay within ([0-9.]+)\?/)?.1)
    try Models.run("guess up", on: &state)
    let said = try #require(state.message)
    #expect(said.contains("stayed within \(bound), from ") || said.contains("went "))
    try Models.run("predict off; go 20; predict on; guess same", on: &state)
    #expect(state.message?.contains("c stayed within \(bound), from ") == true)
  }

  @Test("a second observation is laid over the first, and it is said where they part")
  func beside() throws {
    let state = try Models.tutor("latch", "beside 5; go 20")
    let frame = view(state, size: Size(width: 100, height: 32))
    let rows = frame.textRows().filter { $0.drop { $0 == " " || $0 == "▌" }.hasPrefix("obs 5") }
    #expect(rows.count == 3, "the symbols, and c of both layers")
    #expect(rows.first?.contains("240498745685900110456") == true)
    #expect(frame.says("sequence 1 and sequence 5 read different inputs from t 0 on"))
    #expect(try Models.tutor("latch", "beside 5; beside none").position == Models.tutor().position)
  }

  @Test("every word of the glossary is explained in the help")
  func glossary() throws {
    var state = try Models.tutor("latch", "help")
    var seen = ""
    for _ in 0..<HelpScreen.lineCount() {
      seen += view(state, size: Size(width: 80, height: 24)).text()
      try Models.run("go +10", on: &state)
    }
    for (word, _) in Glossary.words { #expect(seen.contains(word), "\(word)") }
    for form in CommandForm.all { #expect(seen.contains(form.name), "\(form.name)") }
  }

  @Test("the end of the help fills the smallest window")
  func helpEnd() throws {
    let size = Size(width: 60, height: 18)
    let state = try Models.tutor("latch", "help; go last")
    #expect(view(state, size: size).says("of \(HelpScreen.lineCount())"))
    #expect(
      view(state, size: size).textRows().dropFirst().prefix(16).filter { $0.contains { $0 != " " } }
        .count > 12)
    #expect(PlainText(state).lines == PlainText(try Models.tutor("latch", "help")).lines)
  }
}
