import Engine
import Testing

/// What the shipped latch does and does not need, measured again on its fifty recorded sequences.
@Suite("Latch")
struct LatchTests {
  private func clamp(_ gate: QuantityName, _ units: [Int], _ value: Float) -> Interventions {
    Interventions(clamps: [Clamp(layer: "lstm2", gate: gate, units: units, value: value)])
  }

  private func erase(
    _ states: Erasure.States, before timestep: Int, in layer: String? = "lstm2"
  ) -> Interventions {
    Interventions(erasures: [Erasure(layer: layer, timestep: timestep, states: states)])
  }

  @Test("it is right on all fifty sequences")
  func right() throws {
    let wrong = try Latch().wrong()
    #expect(wrong == [])
  }

  @Test("the forget gate of four units held open: five sequences are stuck at set")
  func fourForgetGates() throws {
    let latch = try Latch()
    let changes = clamp(.forgetGate, [49, 27, 20, 62], 1)
    let wrong = try latch.wrong(under: changes)
    #expect(wrong.count == 5)
    #expect(wrong.allSatisfy { !latch.isSet($0) })
    // Sequence 5 obeys the 3 at t 41 for six timesteps, then relapses.
    #expect(wrong.contains(5) && latch.sequences[5][41] == 3)
    let answers = try latch.network.forward(latch.observation(5), under: changes).answers().values
    #expect(answers[41...46].allSatisfy { $0 < 0.4 })
    #expect(abs(answers[45] - 0.12) < 0.005)
    #expect(abs(answers[47] - 0.90) < 0.005)
    #expect(answers[49] > 0.998)
  }

  /// Those that four at once make wrong, and four others.
  @Test("the forget gate of one unit held open: nothing is wrong")
  func oneForgetGate() throws {
    try expectRight(withForgetGatesOpen: [49, 27, 20, 62, 0, 17, 40, 63])
  }

  @Test("nor is it for any of the others")
  func oneForgetGateAtLength() throws {
    try expectRight(withForgetGatesOpen: 0..<64)
  }

  private func expectRight(withForgetGatesOpen units: some Sequence<Int>) throws {
    let latch = try Latch()
    for unit in units {
      let wrong = try latch.wrong(under: clamp(.forgetGate, [unit], 1))
      #expect(wrong == [], "unit \(unit)")
    }
  }

  @Test("the output gate of one unit shut, whichever: nothing is wrong")
  func oneOutputGate() throws {
    let latch = try Latch()
    // An answer is over the threshold once it has moved further than it was away from it.
    let traces = try latch.network.forward(latch.observations)
    for trace in traces {
      let answer = try #require(trace.output(4)?.values.first)
      let effects = try trace.effects(layer: 1)
      #expect(abs(answer - 0.5) > 0.49)
      #expect(effects.allSatisfy { $0 < abs(answer - 0.5) })
    }
  }

  @Test("c erased before t 40, or h: nothing is lost; both: 12 of the 14 set long before")
  func erased() throws {
    let latch = try Latch()
    let wrongWithoutCell = try latch.wrong(under: erase(.cellState, before: 40))
    #expect(wrongWithoutCell == [])
    let wrongWithoutHidden = try latch.wrong(under: erase(.hiddenState, before: 40))
    #expect(wrongWithoutHidden == [])
    // Set long before: the last event is a 7 and stands before t 40.
    let setBefore = latch.sequences.indices.filter {
      latch.isSet($0) && !latch.sequences[$0][40...].contains { $0 == 7 || $0 == 3 }
    }
    #expect(setBefore == [1, 13, 14, 15, 20, 24, 28, 32, 34, 36, 37, 38, 44, 46])
    let lost = try latch.wrong(under: erase(.both, before: 40))
    #expect(lost == [1, 13, 14, 15, 20, 24, 28, 32, 34, 36, 38, 44])
    #expect(Set(lost).isSubset(of: setBefore))
    let before = try latch.answers()[1]
    let after = try latch.answers(under: erase(.both, before: 40))[1]
    #expect(before > 0.999 && after < 0.001)
  }

  @Test("without the recurrent kernel of lstm2 35 of 50 are right")
  func noRecurrentKernel() throws {
    let latch = try Latch()
    let network = try latch.network.replacing(weights: [
      WeightChange(key: "lstm2/recurrent_kernel", value: 0)
    ])
    let wrong = try latch.wrong(by: network)
    #expect(50 - wrong.count == 35)
  }

  @Test("lstm2 given only the last h of lstm1: 25 of 50; both layers only t 49: 22")
  func lastOnly() throws {
    let latch = try Latch()
    let second = try latch.wrong(under: erase(.both, before: 49))
    #expect(50 - second.count == 25)
    let answer = try latch.answers(under: erase(.both, before: 49))[1]
    #expect(abs(answer - 0.121) < 0.0005)
    let both = try latch.wrong(under: erase(.both, before: 49, in: nil))
    #expect(50 - both.count == 22)
  }

  @Test("sequence 17, which has no event, answers set when it starts after sequence 1")
  func carriedOn() throws {
    let latch = try Latch()
    #expect(!latch.sequences[17].contains { $0 == 7 || $0 == 3 })
    let alone = try latch.answers()[17]
    #expect(abs(alone - 0.000_002) < 0.000_001)
    let states = try latch.network.forward(latch.observation(1)).states
    let after = try latch.network.forward(
      latch.observation(17), under: Interventions(initialStates: states))
    let answer = try #require(after.output(4)?.values.first)
    #expect(abs(answer - 0.999_997_5) < 0.000_000_2)
  }
}
