import Screen
import Testing
import Vocabulary

@testable import Tutor

/// How many observations come out right, counted along while one changes things.
@Suite("Counting along")
struct CountingTests {
  private let four = "clamp lstm2.forget_gate 49,27,20,62 1"

  @Test("once asked for, the count goes along with every what-if, a few observations a tick")
  func along() throws {
    var state = try Models.tutor("latch", "go 15; evaluate")
    #expect(state.message == "50 of 50 right" && !state.isCounting)
    try Models.run(four, on: &state)
    #expect(state.isCounting)
    #expect(state.message?.hasSuffix(" · counting, 0 of 50") == true)
    var ticks = 0
    while state.isCounting {
      try Models.run("tick", on: &state)
      ticks += 1
      try #require(ticks <= 50)
    }
    #expect(ticks > 1, "a key does not wait for all of them")
    #expect(state.message?.hasSuffix(" · 45 of 50 right") == true)
    #expect(state.position.timestep == 15, "nothing else has moved")
    // It stays beside what the what-if comes to, on every screen and in the picture of the unit.
    for commands in ["go 16", "open contrast", "open schedule", "open unit"] {
      try Models.run(commands, on: &state)
      let text = view(state, size: Size(width: 120, height: 40)).text()
      #expect(text.contains("45 of 50 right"), "\(commands)\n\(text)")
    }
  }

  @Test("a further turn begins it anew, undo as well, and what is not asked for is not counted")
  func anew() throws {
    var state = try Models.tutor("latch", "go 15; open unit; hold +0.05")
    #expect(!state.isCounting)
    try Models.run("evaluate; hold +0.05; tick; hold +0.05", on: &state)
    #expect(state.explorer.evaluation?.progress.0 == 0 && state.isCounting)
    state.finishCounting()
    #expect(!state.isCounting && state.explorer.score == "50 of 50 right")
    try Models.run("undo", on: &state)
    #expect(state.isCounting)
    try Models.run("restore", on: &state)
    #expect(state.explorer.score == nil, "nothing is supposed")
  }

  @Test("the same as counted at once")
  func same() throws {
    var state = try Models.tutor("latch", "evaluate; clamp lstm2.forget_gate 49,27,20,62 1")
    state.finishCounting()
    let counted = try #require(state.explorer.evaluation)
    let whole = try state.moment.score()
    #expect(counted == whole && counted.wrong == [5, 26, 27, 33, 39])
  }

  @Test("where it takes too long to go along it says so, and what to press")
  func tooLong() throws {
    var state = try Models.tutor("latch", "evaluate; start 1")
    #expect(!state.isCounting)
    #expect(
      state.message?.hasSuffix(":evaluate recounts, 50 of 50 before")
        == true)
    try Models.run("evaluate", on: &state)
    #expect(state.message?.contains("of 50 right") == true)
    #expect(state.explorer.score?.contains(":evaluate recounts") == false)
  }

  @Test("the windows of the weather are too many to be counted along")
  func weather() throws {
    let state = try Models.tutor("weather", "evaluate; put lstm1.bias[3] 1")
    #expect(!state.isCounting)
    #expect(
      state.message?.hasSuffix(":evaluate recounts, 259 of 361 before")
        == true, "\(state.message ?? "")")
  }

  @Test("another model has a count of its own")
  func otherModel() throws {
    let state = try Models.tutor("latch", "evaluate; model weather; put lstm1.bias 0")
    #expect(!state.isCounting && state.explorer.score == nil)
  }
}
