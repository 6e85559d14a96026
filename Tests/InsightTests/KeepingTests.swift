import Engine
import Insight
import Testing

@Suite("What gates keep, and how far gradients reach")
struct KeepingTests {
  private func trace(
    _ layer: any RecurrentLayer, under interventions: Interventions = .none
  ) throws -> Trace {
    let network = try Network(
      NetworkDescription(
        input: InputLayer(timesteps: nil, features: 2),
        layers: [Layer(layer), Layer(Dense(name: "answer", units: 1))]),
      seed: 4)
    let values = (0..<20).map { Float($0 % 7) / 3 - 1 }
    return try network.forward(
      Observation(timesteps: 10, features: 2, values: values), under: interventions)
  }

  @Test("of an LSTM it is the product of the forget gates in between")
  func product() throws {
    let trace = try trace(LSTM(name: "cell", units: 3))
    let kept = try #require(trace.kept(layer: 0, unit: 1, at: 8))
    #expect(kept.count == 9 && kept[8] == 1)
    let gates = trace.series(.forgetGate, layer: 0, unit: 1, timesteps: 0..<10)
    #expect(kept[7] == gates[8])
    #expect(abs(kept[3] - gates[4...8].reduce(1, *)) < 1e-6)
  }

  @Test("of a GRU it is that of its update gates, and of a SimpleRNN there is none")
  func kinds() throws {
    let gru = try trace(GRU(name: "cell", units: 3))
    #expect(GRU(name: "cell", units: 3).keepingFactors.count == 1)
    let kept = try #require(gru.kept(layer: 0, unit: 0, at: 5))
    #expect(kept[5] == 1 && kept[0] > 0 && kept[0] < kept[4])
    #expect(try trace(SimpleRNN(name: "cell", units: 3)).kept(layer: 0, unit: 0, at: 5) == nil)
  }

  @Test("nothing is left of what stood before an erasure")
  func erased() throws {
    let erasure = Erasure(timestep: 4, states: .only(.cellState))
    let trace = try trace(
      LSTM(name: "cell", units: 3), under: Interventions(erasures: [erasure]))
    let kept = try #require(trace.kept(layer: 0, unit: 2, at: 7))
    #expect(kept[0...3].allSatisfy { $0 == 0 } && kept[4...7].allSatisfy { $0 > 0 })
  }

  @Test("the size of a gradient is that over all units, and a hundredth of the largest is a reach")
  func reach() throws {
    let trace = try trace(LSTM(name: "cell", units: 3))
    let reach = GradientReach(trace, .cellGradient, layer: 0)
    let last = trace.values(.cellGradient, layer: 0, timestep: 9)
    let size = last.reduce(0) { $0 + $1 * $1 }.squareRoot()
    #expect(abs(reach.sizes[9] - size) < 1e-6 && reach.sizes.count == 10)
    let first = try #require(reach.first)
    #expect(reach.sizes[first] >= reach.largest / 100)
    #expect(first == 0 || reach.sizes[first - 1] < reach.largest / 100)
  }

  @Test("an eighth of a bar of decades is half a power of ten")
  func decades() {
    #expect(ValueScale.share(ofDecades: 1, 1) == 1)
    #expect(abs(ValueScale.share(ofDecades: 0.01, 1) - 0.5) < 1e-6)
    #expect(ValueScale.share(ofDecades: 1e-6, 1) == 0 && ValueScale.share(ofDecades: 0, 1) == 0)
    #expect(ValueScale.decades(5e-6).text == "≤5e-6" && ValueScale.symmetric(2e-5).text == "±2e-5")
  }
}
