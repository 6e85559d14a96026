import Engine
import Kernels
import Testing

@testable import Insight

@Suite("Ledger of states")
struct LedgerStatesTests {
  private func trace(under interventions: Interventions = .none) throws -> Trace {
    let description = NetworkDescription(
      input: InputLayer(timesteps: 6, features: 3),
      layers: [
        Layer(LSTM(name: "a", units: 4, returnSequences: true)),
        Layer(LSTM(name: "b", units: 2, activation: .softsign, goBackwards: true)),
      ])
    let values = (0..<18).map { Float($0 % 7) / 4 - 0.75 }
    return try Network(description, seed: 9).forward(
      Observation(timesteps: 6, features: 3, values: values), under: interventions,
      kernels: .portable)
  }

  @Test("the products of each state's equation add up to the state that the network has")
  func products() throws {
    let trace = try trace(
      under: Interventions(
        clamps: [Clamp(layer: "b", gate: .forgetGate, value: 0.25)],
        erasures: [Erasure(layer: "a", timestep: 3, states: .both)]))
    for layer in 0...1 {
      let recurrent = try #require(trace.network.plan.layers[layer].layer.recurrent)
      for timestep in 0..<6 {
        let ledger = Ledger(trace, layer: layer, unit: 1, timestep: timestep)
        #expect(ledger.states.map(\.name) == [.cellState, .hiddenState])
        for state in ledger.states {
          let equation = try #require(
            recurrent.stateEquations.first { $0.state == state.name })
          #expect(state.products.map(\.factors) == equation.products)
          let sum = state.products.reduce(0) { $0 + $1.value }
          // Double precision beside the engine's floats, of numbers within 1.
          #expect((sum - Double(state.result)).magnitude < 1e-6)
        }
      }
    }
  }

  @Test("a state that is erased enters as 0, and what it was before stays in the trace")
  func erased() throws {
    let trace = try trace(
      under: Interventions(erasures: [Erasure(layer: "a", timestep: 3, states: .cellState)]))
    let ledger = Ledger(trace, layer: 0, unit: 2, timestep: 3)
    let cell = try #require(ledger.state(.cellState))
    #expect(cell.isErased && cell.before == 0)
    #expect(ledger.kept == 0)
    #expect(trace.value(.cellState, layer: 0, unit: 2, timestep: 2) != 0)
    #expect(ledger.state(.hiddenState)?.isErased == false)
    #expect(ledger.state(.forgetGate) == nil)
  }

  @Test("a layer that reads backwards reads its own rows")
  func backwards() throws {
    let trace = try trace()
    let rows = try #require(trace.output(0)).values
    #expect(trace.read(by: 1, at: 0) == Array(rows.suffix(4)))
    var turned: [Float] = []
    for row in (0..<6).reversed() { turned += rows[row * 4..<(row + 1) * 4] }
    #expect(trace.read(by: 1) == turned)
    #expect(trace.read(by: 0, at: 2) == Array(trace.input[2]))
  }
}
