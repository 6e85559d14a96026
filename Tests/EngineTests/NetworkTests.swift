import Engine
import Kernels
import Testing

@Suite("Network")
struct NetworkTests {
  @Test("observations of several lengths run side by side as they do alone")
  func mixedLengths() throws {
    let network = try Network(oddNetwork, seed: 3)
    let lengths = [4, 4, 1, 9, 9, 9, 4] + [Int](repeating: 6, count: 101)
    let batch = lengths.enumerated().map { observation($1, 3, seed: UInt64($0)) }
    let traces = try network.forward(batch)
    let outputs = try network.outputs(batch)
    #expect(traces.count == batch.count)
    for (place, seen) in batch.enumerated() {
      let alone = try network.forward(seen)
      #expect(traces[place].input == seen)
      for quantity in LSTM.quantityNames {
        #expect(traces[place].all(quantity, layer: 2) == alone.all(quantity, layer: 2))
      }
      #expect(outputs[place] == alone.output(3))
    }
    let none = try network.outputs([])
    #expect(none.isEmpty)
  }

  @Test("the parts of a softmax add up to one at every timestep")
  func softmax() throws {
    let trace = try Network(oddNetwork, seed: 3).forward(observation(8, 3, seed: 1))
    let parts = try #require(trace.output(3))
    #expect(parts.shape == [8, 3])
    for timestep in 0..<8 {
      let sum = parts.values[timestep * 3..<timestep * 3 + 3].reduce(0, +)
      #expect(abs(sum - 1) < 1e-6)
    }
  }

  @Test("a network without a timestep axis reads a bare row of features")
  func bareRow() throws {
    let network = try Network(
      NetworkDescription(
        input: InputLayer(timesteps: nil, features: 3, hasTimesteps: false),
        layers: [Layer(Dense(name: "dense", units: 2))]), seed: 1)
    let trace = try network.forward(observation(1, 3, seed: 1))
    #expect(trace.output(0)?.shape == [2])
    #expect(
      throws: EngineError.inputShape(
        input: "input_layer", expected: Shape([nil, 3]), found: [1, 4, 3])
    ) { try network.forward(observation(4, 3, seed: 1)) }
  }

  @Test("weights that are missing, unknown, misshapen, broken or not finite are refused")
  func refusedWeights() throws {
    let good = try Network(seedNetwork, seed: 1).weights
    func refusal(_ change: (inout [String: Tensor]) -> Void) -> EngineError? {
      var weights = good
      change(&weights)
      do throws(EngineError) {
        _ = try Network(seedNetwork, weights: weights)
        return nil
      } catch { return error }
    }
    #expect(refusal { _ in } == nil)
    #expect(
      refusal { $0["lstm2/bias"] = nil }
        == .missingWeight(name: "lstm2/bias", expected: [256]))
    #expect(
      refusal { $0["lstm3/bias"] = Tensor(shape: [1], values: [0]) }
        == .unknownWeight(
          name: "lstm3/bias",
          known: seedNetwork.plan().layers.flatMap { $0.weightShapes.map(\.key) }))
    #expect(
      refusal { $0["output/kernel"]?.shape = [1, 64] }
        == .weightShape(name: "output/kernel", expected: [64, 1], found: [1, 64]))
    #expect(
      refusal { $0["output/kernel"]?.values.removeLast() }
        == .weightCount(name: "output/kernel", shape: [64, 1], found: 63))
    #expect(
      refusal { $0["lstm1/kernel"]?.values[512 * 3 + 7] = .infinity }
        == .weightNotFinite(name: "lstm1/kernel", index: [3, 7]))
  }

  @Test("settings that the weights do not fit show where they fail")
  func settingsWithoutWeights() throws {
    let network = try Network(seedNetwork, seed: 1)
    let wider = network.with(seedNetwork.changing("lstm2") { $0.units = 65 })
    #expect(wider.plan.layers.count == 1)
    let failure = try #require(wider.plan.failure)
    #expect(failure.layerIndex == 1)
    #expect(failure.layerName == "lstm2")
    #expect(
      failure.error
        == .weightShape(name: "lstm2/kernel", expected: [128, 260], found: [128, 256]))
    #expect(throws: failure.error) {
      try wider.outputs([observation(50, 10, seed: 1)])
    }
  }

  @Test("with the settings that it has a network is itself, with what it cannot build as well")
  func sameSettings() throws {
    let network = try Network(seedNetwork, seed: 1)
    #expect(network.with(seedNetwork) == network)
    let broken = seedNetwork.changing("lstm1") { $0.returnSequences = false }
    let stopped = network.with(broken)
    #expect(stopped.plan.failure != nil)
    #expect(stopped.with(broken) == stopped)
    #expect(stopped.with(seedNetwork) == network)
  }

  @Test("an observation of another shape is refused as Keras does")
  func refusedObservations() throws {
    let network = try Network(seedNetwork, seed: 1)
    #expect(
      throws: EngineError.inputShape(
        input: "input_layer", expected: Shape([nil, 50, 10]), found: [3, 50, 7])
    ) { try network.forward((0..<3).map { observation(50, 7, seed: $0) }) }
    #expect(
      throws: EngineError.inputShape(
        input: "input_layer", expected: Shape([nil, 50, 10]), found: [1, 49, 10])
    ) { try network.forward(observation(49, 10, seed: 1)) }
    #expect(throws: EngineError.noTimesteps(input: "input_layer")) {
      try network.forward(Observation(timesteps: 0, features: 10, values: []))
    }
  }

  @Test("a network that cannot be built is refused with the reason")
  func refusedNetwork() throws {
    let broken = seedNetwork.changing("lstm1") { $0.returnSequences = false }
    let error = try #require(broken.plan().failure?.error)
    #expect(throws: error) { try Network(broken, seed: 1) }
    #expect(throws: error) { try Network(broken, weights: [:]) }
  }
}
