import Testing

@testable import Engine

@Suite("Gradients of a trace")
struct StateGradientsTests {
  static let kinds: [any RecurrentLayer] = [
    LSTM(name: "cell", units: 7), GRU(name: "cell", units: 7),
    GRU(name: "cell", units: 7, resetAfter: false), SimpleRNN(name: "cell", units: 7),
  ]
  private static let timesteps = 9

  private func network(_ kind: any RecurrentLayer) throws -> Network {
    try Network(
      NetworkDescription(
        input: InputLayer(timesteps: nil, features: 3),
        layers: [Layer(kind), Layer(Dense(name: "answer", units: 1, activation: .tanh))]),
      seed: 3)
  }

  /// The answer where the layer goes on behind a timestep from states of which one is moved; what the
  /// moved state shows at once moves with it.
  private func answer(
    _ network: Network, _ trace: Trace, after timestep: Int, moving state: QuantityName, unit: Int,
    by step: Float
  ) throws -> Float {
    let layer = try #require(network.description.layers[0].recurrent)
    var states = Dictionary(
      uniqueKeysWithValues: layer.states.map {
        ($0, trace.values($0, layer: 0, timestep: timestep))
      })
    states[state]?[unit] += step
    if state == .cellState, let cell = states[.cellState]?[unit] {
      let gate = trace.value(.outputGate, layer: 0, unit: unit, timestep: timestep)
      states[.hiddenState]?[unit] = gate * Float(Activation.tanh.value(at: Double(cell)))
    }
    let rest = Observation(
      timesteps: Self.timesteps - timestep - 1, features: 3,
      values: Array(trace.input.values[((timestep + 1) * 3)...]))
    let end = try network.forward(
      rest, under: Interventions(initialStates: ["cell": LayerStates(states)]))
    return end.end[0]
  }

  @Test(
    "they are those of the answer at every state, by really moving it", arguments: kinds.indices)
  func states(kind: Int) throws {
    let network = try network(Self.kinds[kind])
    let trace = try network.forward(observation(Self.timesteps, 3, seed: 5))
    let layer = try #require(network.description.layers[0].recurrent)
    #expect(trace.goesBack && !trace.objective.isLoss)
    for (gradient, state) in zip(layer.gradients, layer.states) {
      #expect(gradient.name.gradientState == state)
      for (timestep, unit) in [(2, 0), (5, 3), (7, 6)] {
        let step: Float = 1e-2
        let up = try answer(
          network, trace, after: timestep, moving: state, unit: unit, by: step)
        let down = try answer(
          network, trace, after: timestep, moving: state, unit: unit, by: -step)
        let found = trace.value(gradient.name, layer: 0, unit: unit, timestep: timestep)
        // A central difference of this step is right to a few 10⁻⁵ of numbers near 1.
        #expect(abs(found - (up - down) / (2 * step)) < 1e-4)
      }
    }
  }

  @Test("a loss starts where it says")
  func loss() throws {
    let network = try network(Self.kinds[0])
    let trace = try network.forward(observation(Self.timesteps, 3, seed: 5))
    let twice = trace.toward(.loss { _ in Objective.Start([2]) })
    #expect(twice.objective.isLoss)
    let (one, two) = (
      trace.all(.cellGradient, layer: 0).values, twice.all(.cellGradient, layer: 0).values
    )
    #expect(zip(one, two).allSatisfy { abs(2 * $0 - $1) < 1e-6 } && one.contains { $0 != 0 })
  }

  @Test(
    "any gate and state is traced to the inputs, by really moving them", arguments: kinds.indices)
  func origins(kind: Int) throws {
    let network = try network(Self.kinds[kind])
    let input = observation(Self.timesteps, 3, seed: 6)
    let trace = try network.forward(input)
    let layer = try #require(network.description.layers[0].recurrent)
    var numbers: [TracedNumber] = layer.quantities.map {
      .quantity($0.name, layer: 0, unit: 4, timestep: 6)
    }
    numbers.append(.output(layer: 1, row: 0, unit: 0))
    for number in numbers {
      let origins = try #require(trace.origins(of: number))
      for (timestep, feature) in [(0, 0), (3, 2), (6, 1), (8, 1)] {
        let value = input.values[timestep * 3 + feature]
        func moved(_ step: Float) throws -> Float {
          try network.forward(
            input.replacing(timestep: timestep, feature: feature, value: value + step)
          ).value(of: number)
        }
        let step: Float = 1e-2
        let measured = (try moved(step) - moved(-step)) / (2 * step)
        #expect(abs(origins.inputs[0][timestep * 3 + feature] - measured) < 1e-4)
      }
    }
  }

  @Test("a gate that is held hangs on nothing, and its layer's states not on what went into it")
  func held() throws {
    let network = try network(Self.kinds[0])
    let clamp = Clamp(layer: "cell", gate: .forgetGate, value: 0)
    let trace = try network.forward(
      observation(Self.timesteps, 3, seed: 5), under: Interventions(clamps: [clamp]))
    let origins = try #require(
      trace.origins(of: .quantity(.forgetGate, layer: 0, unit: 2, timestep: 4)))
    #expect(origins.inputs[0].allSatisfy { $0 == 0 })
  }

  @Test("where the way back would take more than a large run, there is none")
  func none() throws {
    let network = try network(Self.kinds[0])
    #expect(network.goesBack(timesteps: 1000) && !network.goesBack(timesteps: 1_000_000))
  }
}
