import Engine
import Insight
import Screen
import Testing
import Vocabulary

@testable import Tutor

/// What was made for the LSTM, with layers that have other gates, or none.
@Suite("Screens with a GRU and a SimpleRNN")
struct OtherLayersTests {
  static let layers = [
    "gru: one, units: 16, return_sequences: true",
    "gru: two, units: 8, reset_after: false, return_sequences: true",
    "simple_rnn: three, units: 6, use_bias: false",
    "dense: output, units: 1, activation: sigmoid",
  ]

  static let sizes = [(60, 18), (80, 24), (200, 60)].map {
    Size(width: $0.0, height: $0.1)
  }

  /// Each way to look at one of the sizes, so that every size and every way is there.
  @Test("every screen is drawn without a fault, before the first timestep and at one")
  func screens() throws {
    try expectPlaces { look in [Self.sizes[look % Self.sizes.count]] }
  }

  @Test("so it is in every way to look at every size")
  func screensAtLength() throws {
    try expectPlaces { _ in Self.sizes }
  }

  private func expectPlaces(at sizes: (_ look: Int) -> [Size]) throws {
    for layer in ["one", "two", "three"] {
      for place in ["start", "7"] {
        var state = try Models.small(
          timesteps: 12, features: 3, layers: Self.layers, "select \(layer); go \(place)")
        for (number, screen) in Command.ScreenName.allCases.enumerated() {
          _ = state.update(.open(screen))
          guard !state.isRefused else { continue }
          for look in 0..<6 {
            for size in sizes(look + number + (place == "7" ? 1 : 0)) {
              let frame = view(state, size: size).frame
              #expect(frame.faults == 0, "\(layer) \(screen) \(look): \(frame.firstFault ?? "")")
            }
            _ = state.update(.look(.by(1)))
          }
        }
      }
    }
  }

  @Test("the ledger's terms add up to the sum whose curve is the gate")
  func ledger() throws {
    let state = try Models.small(timesteps: 12, features: 3, layers: Self.layers, "go 7")
    for layer in 0..<3 {
      for unit in [0, 3, 5] {
        let ledger = Ledger(state.explorer.trace, layer: layer, unit: unit, timestep: 7)
        for sum in ledger.sums {
          let added = sum.inputs.reduce(0) { $0 + $1.product } + sum.fromStates + (sum.bias ?? 0)
          #expect(abs(added - sum.total) < 1e-12)
          #expect(abs(sum.curved - Double(sum.result)) < 1e-6, "\(sum.gate) of layer \(layer)")
        }
      }
    }
  }

  @Test("a reset scales what comes of the hidden state, and the table has its second bias")
  func reset() throws {
    let state = try Models.small(
      timesteps: 12, features: 3, layers: Self.layers,
      "put one.bias[1, 32] 0.5; go 7")
    let ledger = Ledger(state.explorer.trace, layer: 0, unit: 0, timestep: 7)
    let reset = Double(ledger[.resetGate].result)
    #expect(ledger[.candidate].recurrentBias.map { abs($0 - 0.5 * reset) < 1e-9 } == true)
    #expect(ledger[.candidate].states[2].share == reset)
    #expect(ledger[.updateGate].states[2].share == 1)
    #expect(LedgerTable(ledger, by: .candidate, rows: 9).rows.suffix(2) == [.bias, .recurrentBias])
    let before = Ledger(state.explorer.trace, layer: 1, unit: 0, timestep: 7)
    let resets = state.explorer.trace.values(.resetGate, layer: 1, timestep: 7)
    #expect(before[.candidate].states.map(\.share) == resets.map { Double($0) })
    #expect(before[.candidate].recurrentBias == nil)
  }

  @Test("a gate of a GRU can be held, and what follows follows")
  func knob() throws {
    let state = try Models.small(
      timesteps: 12, features: 3, layers: Self.layers, "select one; go 7; open unit; hold 0.9")
    let trace = state.explorer.trace
    let chosen = state.position.sum
    #expect(chosen == .updateGate)
    let unit = state.position.units[0]
    #expect(trace.value(.updateGate, layer: 0, unit: unit, timestep: 7) == 0.9)
    let h = trace.value(.hiddenState, layer: 0, unit: unit, timestep: 7)
    let old = trace.value(.hiddenState, layer: 0, unit: unit, timestep: 6)
    let new = trace.value(.candidate, layer: 0, unit: unit, timestep: 7)
    #expect(abs(h - (0.9 * old + 0.1 * new)) < 1e-6)
  }
}
