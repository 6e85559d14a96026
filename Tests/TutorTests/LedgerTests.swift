import Engine
import Insight
import Kernels
import Testing

@testable import Tutor

@Suite("Ledger")
struct LedgerTests {
  /// How far double precision may lie from the engine's floats: a millionth, and for a cell state
  /// beyond 1 a millionth of its size, which is what a float of that size can hold.
  private func isNear(_ one: Double, _ other: Float, within tolerance: Double = 1e-6) -> Bool {
    (one - Double(other)).magnitude <= tolerance * max(1, Double(other).magnitude)
  }

  @Test(
    "what is printed sums to what is printed as the sum, and the sums are the trace's",
    arguments: ["latch", "weather"])
  func everyUnitAtLength(model: String) throws {
    let state = try Models.tutor(model)
    var count = 0
    for layer in state.recurrentLayers {
      for unit in 0..<state.units(of: layer) {
        for timestep in 0..<state.timesteps {
          let ledger = Ledger(state.trace, layer: layer, unit: unit, timestep: timestep)
          let gate = Ledger.gates[(unit + timestep) % 4]
          let table = LedgerTable(ledger, by: gate, rows: 8 + (unit + timestep) % 13)
          var holds = true
          for (sum, printed) in zip(ledger.sums, table.printed) {
            let printed = try #require(printed)
            holds = holds && printed.addends.reduce(0, +) == printed.total
            holds = holds && printed.total == PrintedSum.thousandths(sum.total)
            holds = holds && isNear(sum.curved, sum.result)
          }
          let cell = try #require(
            PrintedSum([ledger.kept, ledger.written], total: Double(ledger.cellState)))
          holds = holds && cell.addends[0] + cell.addends[1] == cell.total
          holds = holds && isNear(ledger.kept + ledger.written, ledger.cellState)
          holds = holds && isNear(ledger.shown, ledger.hiddenState)
          if !holds { Issue.record("layer \(layer), unit \(unit), t \(timestep)") }
          count += 1
        }
      }
    }
    #expect(count == 192 * 50)
  }

  @Test(
    "under what-ifs the ledger still comes to the trace's numbers",
    arguments: [
      "clamp lstm2.forget_gate all 1; clamp lstm1.cell_candidate 3,4 -0.5",
      "erase both 15; erase h 16 lstm1; erase c 17 lstm2", "start 5",
      "put x[16, 2] 0.25", "put lstm2.recurrent_kernel 0", "swap 15 16",
    ])
  func whatIfsAtLength(command: String) throws {
    let state = try Models.tutor("latch", command)
    try #require(!state.isRefused, "\(state.message ?? "")")
    for layer in state.recurrentLayers {
      for unit in 0..<state.units(of: layer) {
        for timestep in [0, 1, 15, 16, 17, 49] {
          let ledger = Ledger(state.trace, layer: layer, unit: unit, timestep: timestep)
          let holds =
            // Cells that may not forget make h and so the terms large: a sum of 192 floats then
            // loses a little more than a millionth.
            ledger.sums.allSatisfy { $0.isHeld || isNear($0.curved, $0.result, within: 2e-6) }
            && isNear(ledger.kept + ledger.written, ledger.cellState)
            && isNear(ledger.shown, ledger.hiddenState)
          if !holds { Issue.record("layer \(layer), unit \(unit), t \(timestep)") }
        }
      }
    }
  }

  @Test("a layer that reads backwards, with relu and without bias, has a true ledger")
  func otherLayers() throws {
    let description = NetworkDescription(
      input: InputLayer(timesteps: 7, features: 3),
      layers: [
        Layer(LSTM(name: "a", units: 5, returnSequences: true, goBackwards: true)),
        Layer(
          LSTM(
            name: "b", units: 1, activation: .relu, recurrentActivation: .hardSigmoid,
            useBias: false, goBackwards: true)),
      ])
    let values = (0..<21).map { Float($0 % 5) / 4 - 0.5 }
    let trace = try Network(description, seed: 3).forward(
      Observation(timesteps: 7, features: 3, values: values), kernels: .portable)
    for layer in 0...1 {
      for unit in 0..<(layer == 0 ? 5 : 1) {
        for timestep in 0..<7 {
          let ledger = Ledger(trace, layer: layer, unit: unit, timestep: timestep)
          for sum in ledger.sums { #expect(isNear(sum.curved, sum.result)) }
          #expect(isNear(ledger.kept + ledger.written, ledger.cellState))
          #expect(isNear(ledger.shown, ledger.hiddenState))
          let table = LedgerTable(ledger, by: .outputGate, rows: 5)
          for printed in table.printed {
            #expect(printed.map { $0.addends.reduce(0, +) == $0.total } == true)
          }
        }
      }
    }
  }
}
