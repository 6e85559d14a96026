import Engine
import Testing

@Suite("Interventions.check")
struct InterventionsCheckTests {
  @Test("what the network does not have is refused")
  func refused() {
    func refusal(_ interventions: Interventions) -> EngineError? {
      do throws(EngineError) {
        try interventions.check(seedNetwork, timesteps: 50)
        return nil
      } catch { return error }
    }
    func clamp(
      _ layer: String = "lstm2", _ gate: QuantityName = .forgetGate, _ units: [Int]? = nil,
      _ timesteps: Range<Int>? = nil, _ value: Float = 1
    ) -> EngineError? {
      refusal(
        Interventions(clamps: [
          Clamp(layer: layer, gate: gate, units: units, timesteps: timesteps, value: value)
        ]))
    }
    let names = ["lstm1", "lstm2", "dense1", "dense2", "output"]
    #expect(clamp() == nil)
    #expect(clamp("lstm3") == .unknownLayer(name: "lstm3", known: names))
    #expect(clamp("dense1") == .notRecurrent(layer: "dense1"))
    for state in [QuantityName.cellState, .hiddenState] {
      #expect(
        clamp("lstm2", state)
          == .notAGate(
            layer: "lstm2", quantity: state,
            gates: [.inputGate, .forgetGate, .cellCandidate, .outputGate]))
    }
    let unknown = QuantityName("reset_gate")
    #expect(
      clamp("lstm2", unknown)
        == .unknownQuantity(layer: "lstm2", quantity: unknown, known: LSTM.quantityNames))
    for unit in [-1, 64, .max] {
      #expect(
        clamp("lstm2", .forgetGate, [0, unit])
          == .unit(layer: "lstm2", units: 64, found: unit))
    }
    #expect(clamp("lstm2", .forgetGate, nil, -1..<3) == .timestep(timesteps: 50, found: -1))
    #expect(clamp("lstm2", .forgetGate, nil, 3..<51) == .timestep(timesteps: 50, found: 50))
    for value in [Float.nan, .infinity] {
      #expect(
        clamp("lstm2", .forgetGate, nil, nil, value) == .notFinite(what: "lstm2.forget_gate"))
    }
    for timestep in [-1, 50] {
      #expect(
        refusal(Interventions(erasures: [Erasure(timestep: timestep, states: .both)]))
          == .timestep(timesteps: 50, found: timestep))
    }
    #expect(
      refusal(Interventions(erasures: [Erasure(layer: "output", timestep: 0, states: .both)]))
        == .notRecurrent(layer: "output"))
    for (layer, first) in [("lstm2", "lstm2"), (nil, "lstm1")] {
      for state in [QuantityName.inputGate, unknown] {
        let erasure = Erasure(layer: layer, timestep: 3, states: .only(state))
        #expect(
          refusal(Interventions(erasures: [erasure]))
            == .unknownQuantity(
              layer: first, quantity: state, known: [.hiddenState, .cellState]))
      }
      for states in [Erasure.States.cellState, .hiddenState, .both] {
        let erasure = Erasure(layer: layer, timestep: 3, states: states)
        #expect(refusal(Interventions(erasures: [erasure])) == nil)
      }
    }
    let zeros = [Float](repeating: 0, count: 64)
    func initial(_ h: [Float], _ c: [Float]) -> EngineError? {
      refusal(Interventions(initialStates: ["lstm2": LayerStates(h: h, c: c)]))
    }
    #expect(initial(zeros, zeros) == nil)
    #expect(
      initial(zeros, [0])
        == .stateLength(layer: "lstm2", state: .cellState, expected: 64, found: 1))
    #expect(
      initial([], zeros)
        == .stateLength(layer: "lstm2", state: .hiddenState, expected: 64, found: 0))
    #expect(
      initial(zeros, zeros.dropLast() + [.nan])
        == .notFinite(what: "lstm2.cell_state[-1, 63]"))
    #expect(
      refusal(Interventions(initialStates: ["lstm": LayerStates(h: [], c: [])]))
        == .unknownLayer(name: "lstm", known: names))
  }
}
