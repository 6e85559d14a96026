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

  @Test("the forget gate of four units held open: three sequences are stuck at set")
  func fourForgetGates() throws {
    let latch = try Latch()
    let changes = clamp(.forgetGate, [28, 26, 53, 8], 1)
    let wrong = try latch.wrong(under: changes)
    #expect(wrong.count == 3)
    #expect(wrong.allSatisfy { !latch.isSet($0) })
    // Sequence 5 obeys the 3 at t 41 for one timestep, then relapses.
    #expect(wrong.contains(5) && latch.sequences[5][41] == 3)
    let answers = try latch.network.forward(latch.observation(5), under: changes).answers().values
    #expect(abs(answers[41] - 0.04) < 0.005)
    #expect(abs(answers[42] - 0.45) < 0.005)
    #expect(answers[43] > 0.998)
  }

  /// Those that four at once make wrong, and four others.
  @Test("the forget gate of one unit held open: nothing is wrong")
  func oneForgetGate() throws {
    try expectRight(withForgetGatesOpen: [28, 26, 53, 8, 0, 17, 40, 63])
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

  @Test("the output gate of unit 28 shut: three are wrong; of any other unit: none")
  func oneOutputGate() throws {
    let latch = try Latch()
    let wrong = try latch.wrong(under: clamp(.outputGate, [28], 0))
    #expect(wrong == [14, 15, 36])
    // An answer is over the threshold once it has moved further than it was away from it.
    let traces = try latch.network.forward(latch.observations)
    for (sequence, trace) in traces.enumerated() {
      let answer = try #require(trace.output(4)?.values.first)
      let effects = try trace.effects(layer: 1)
      #expect(abs(answer - 0.5) > 0.49)
      let turning = effects.indices.filter { effects[$0] > abs(answer - 0.5) }
      #expect(turning == ([14, 15, 36].contains(sequence) ? [28] : []))
    }
  }

  @Test("c erased before t 40, or h: nothing is lost; both: 11 of the 14 set long before")
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
    #expect(lost == [1, 13, 14, 15, 20, 24, 28, 34, 36, 38, 44])
    #expect(Set(lost).isSubset(of: setBefore))
    let before = try latch.answers()[1]
    let after = try latch.answers(under: erase(.both, before: 40))[1]
    #expect(before > 0.999 && after < 0.001)
  }

  @Test("without the recurrent kernel of lstm2 34 of 50 are right")
  func noRecurrentKernel() throws {
    let latch = try Latch()
    let network = try latch.network.replacing(weights: [
      WeightChange(key: "lstm2/recurrent_kernel", value: 0)
    ])
    let wrong = try latch.wrong(by: network)
    #expect(50 - wrong.count == 34)
  }

  @Test("lstm2 given only the last h of lstm1: 26 of 50; both layers only t 49: 22")
  func lastOnly() throws {
    let latch = try Latch()
    let second = try latch.wrong(under: erase(.both, before: 49))
    #expect(50 - second.count == 26)
    let answer = try latch.answers(under: erase(.both, before: 49))[1]
    #expect(abs(answer - 0.063) < 0.0005)
    let both = try latch.wrong(under: erase(.both, before: 49, in: nil))
    #expect(50 - both.count == 22)
  }

  @Test("sequence 17, which has no event, answers set when it starts after sequence 1")
  func carriedOn() throws {
    let latch = try Latch()
    #expect(!latch.sequences[17].contains { $0 == 7 || $0 == 3 })
    let alone = try latch.answers()[17]
    #expect(abs(alone - 0.000_004) < 0.000_001)
    let states = try latch.network.forward(latch.observation(1)).states
    let after = try latch.network.forward(
      latch.observation(17), under: Interventions(initialStates: states))
    let answer = try #require(after.output(4)?.values.first)
    #expect(abs(answer - 0.999_999_3) < 0.000_000_2)
  }
}
