import Engine
import Insight
import Testing
import Vocabulary

@testable import Tutor

@Suite("Timesteps that are found")
struct ChangePlaceTests {
  @Test("where the answer so far moves most comes first, then the next")
  func changes() throws {
    var state = try Models.tutor("latch")
    let answers = try state.explorer.trace.answers().values
    var steps: [(timestep: Int, size: Float)] = []
    for timestep in 1..<50 {
      let size = (answers[timestep] - answers[timestep - 1]).magnitude
      if size > 0 { steps.append((timestep, size)) }
    }
    steps.sort { $0.size > $1.size }
    for (place, step) in steps.prefix(3).enumerated() {
      try Models.run(place == 0 ? "go change" : "go change +1", on: &state)
      #expect(state.position.timestep == step.timestep)
      #expect(state.message?.contains("at t \(step.timestep) the answer so far moves by") == true)
    }
    try Models.run("go change -2", on: &state)
    #expect(state.position.timestep == steps[0].timestep)
    try Models.run("go change 1", on: &state)
    #expect(state.position.timestep == steps[1].timestep)
    try Models.run("go change 99", on: &state)
    #expect(state.isRefused && state.message?.contains("there is no 99") == true)
  }

  @Test("a timestep at which nothing moves leads to the first")
  func fromElsewhere() throws {
    var state = try Models.tutor("latch", "go first; go change +1")
    let largest = state.position.timestep
    try Models.run("go start; go change +1", on: &state)
    #expect(state.position.timestep == largest)
  }

  @Test("while one guesses no later timestep is found, and the schedule has none")
  func refused() throws {
    var state = try Models.tutor("latch", "go 2; predict on; go change")
    #expect(state.isRefused && state.position.timestep == 2)
    state = try Models.tutor("latch", "open schedule; go change")
    #expect(
      state.message == "the schedule goes from cell to cell; esc, and then go finds timesteps")
    state = try Models.small(
      timesteps: 4, features: 2, layers: ["lstm: a, units: 1"],
      "clamp a.output_gate all 0; go change")
    #expect(state.message == "the answer so far is the same at every timestep")
  }

  @Test("a day is found where the data have days")
  func days() throws {
    var state = try Models.tutor("weather")
    let day = try #require(state.explorer.example.timesteps[20].day)
    try Models.run("go \(day)", on: &state)
    #expect(state.position.timestep == 20 && !state.isRefused)
    try Models.run("go 1999-01-01", on: &state)
    #expect(state.isRefused && state.position.timestep == 20)
    #expect(
      state.message?.hasPrefix("no timestep is of 1999-01-01; this observation goes from ") == true)
    state = try Models.tutor("latch", "go 2015-04-27")
    #expect(
      state.message
        == "no timestep is of 2015-04-27: the timesteps of this observation have no days")
  }
}
