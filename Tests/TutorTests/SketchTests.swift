import Engine
import Testing
import Vocabulary

@testable import Tutor

@Suite("Sketch")
struct SketchTests {
  private func news(_ commands: String) throws -> [String] {
    try Models.tutor("latch", commands).sketch.news
  }

  @Test("nothing changed is nothing to say")
  func nothing() throws {
    #expect(try news("open shapes").isEmpty)
    #expect(try news("size features +1; size features -1").isEmpty)
  }

  @Test("another number of timesteps changes no parameter")
  func timesteps() throws {
    #expect(
      try news("size timesteps +1")
        .contains("timesteps 50 → 51: no parameter changes, 2 shapes do."))
  }

  @Test("twice the units is not twice the parameters")
  func units() throws {
    #expect(
      try news("size lstm1.units 256").first
        == "lstm1.units 128 → 256: twice the units, but 3.8 times the parameters, 273,408.")
    #expect(
      try news("size features 30").first
        == "features 10 → 30: 3 times the features, but only 1.1 times the parameters, 81,408.")
  }

  @Test("one unit more changes the layer and the one that reads it")
  func oneUnit() throws {
    #expect(
      try news("size lstm1.units +1").first
        == "lstm1.units 128 → 129: lstm1 71,168 → 72,240, lstm2 49,408 → 49,664.")
  }

  @Test("return_sequences changes no parameter, or makes the network impossible")
  func flags() throws {
    #expect(
      try news("toggle return_sequences").first
        == "lstm2.return_sequences False → True: no parameter changes, 4 shapes do.")
    #expect(
      try news("select lstm1; toggle return_sequences").first
        == "lstm1.return_sequences True → False: lstm2 can no longer be built, so there is no total."
    )
  }

  @Test("a size that is tried keeps what is set afterwards on another screen")
  func flagAfterSize() throws {
    let state = try Models.tutor("latch", "size features 12; back; toggle return_sequences")
    #expect(state.sketch.changes.map(\.name) == ["features", "lstm2.return_sequences"])
    #expect(state.sketch.plan.layers[4].outputShape.perObservation == "(50, 1)")
  }

  @Test("units belong to the chosen layer; the input has none")
  func chosen() throws {
    let state = try Models.tutor("latch", "open shapes; select dense1; size units +2")
    #expect(state.sketch.changes.map(\.text) == ["dense1.units 128 → 130"])
    let input = try Models.tutor("latch", "open shapes; select input_layer; size units +1")
    #expect(input.isRefused)
    #expect(input.message == "input_layer has no units; choose a layer with ↑ ↓")
  }

  @Test("trying a size computes no number and undo takes it back")
  func undo() throws {
    let before = try Models.tutor("latch", "open shapes")
    var state = before
    try Models.run("size features +1; size timesteps +5; undo; undo", on: &state)
    #expect(state == before)
    try Models.run("size lstm1.units 9999", on: &state)
    #expect(state.trace.network.description == before.trace.network.description)
  }
}
