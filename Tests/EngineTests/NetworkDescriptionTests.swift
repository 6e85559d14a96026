import Engine
import Testing

@Suite("NetworkDescription")
struct NetworkDescriptionTests {
  @Test("what a run keeps is counted from the shapes, and a run too large is refused")
  func runSize() throws {
    let network = seedNetwork
    // x, two states of two LSTMs and the answer at each timestep, and the head once.
    #expect(network.numbers(timesteps: 50) == 50 * (10 + 2 * 128 + 2 * 64 + 1) + 128 + 64 + 1)
    #expect(network.numbers(timesteps: .max) == .max)
    try network.checkRun(timesteps: 100_000)
    #expect(throws: EngineError.runTooLarge(timesteps: 107_000, found: 42_265_193)) {
      try network.checkRun(timesteps: 107_000)
    }
    #expect(network.runsAtOnce(timesteps: 50, most: 48) == 48)
    #expect(network.runsAtOnce(timesteps: 5000, most: 48) == 2)
    #expect(network.runsAtOnce(timesteps: 50_000, most: 48) == 1)
  }

  @Test("the seed network counts as Keras counts it, each count derived")
  func parameterCounts() {
    let plan = seedNetwork.plan()
    #expect(plan.layers.map(\.parameters.total) == [71_168, 49_408, 8_320, 8_256, 65])
    #expect(
      plan.layers.map(\.parameters.derivation) == [
        "4·((10 + 128)·128 + 128)",
        "4·((128 + 64)·64 + 64)",
        "64·128 + 128",
        "128·64 + 64",
        "64·1 + 1",
      ])
    #expect(plan.parameterCount == 137_217)
  }

  @Test("without bias nothing is added")
  func withoutBias() {
    let plan = NetworkDescription(
      input: InputLayer(timesteps: nil, features: 3),
      layers: [
        Layer(LSTM(name: "lstm", units: 5, useBias: false)),
        Layer(Dense(name: "dense", units: 2, useBias: false)),
      ]
    ).plan()
    #expect(plan.layers.map(\.parameters.total) == [160, 10])
    #expect(
      plan.layers.map(\.parameters.derivation) == [
        "4·((3 + 5)·5)",
        "5·2",
      ])
  }

  @Test("shapes follow return_sequences and return_state")
  func shapes() {
    let plan = seedNetwork.plan()
    #expect(
      plan.layers.map(\.outputShape.description) == [
        "(None, 50, 128)", "(None, 64)", "(None, 128)", "(None, 64)", "(None, 1)",
      ])
    #expect(plan.layers[0].inputShape.description == "(None, 50, 10)")
    #expect(plan.layers[0].stateShapes == [])
    let every = seedNetwork.changing("lstm2") {
      $0.returnSequences = true
      $0.returnState = true
    }.plan()
    #expect(
      every.layers.map(\.outputShape.perObservation) == [
        "(50, 128)", "(50, 64)", "(50, 128)", "(50, 64)", "(50, 1)",
      ])
    #expect(every.layers[1].stateShapes.map(\.description) == ["(None, 64)", "(None, 64)"])
    #expect(every.parameterCount == 137_217)
    #expect(oddNetwork.plan().layers[0].outputShape.description == "(None, None, 7)")
  }

  @Test("an LSTM is recurrent, a Dense layer is not")
  func isRecurrent() {
    #expect(seedNetwork.layers.map(\.isRecurrent) == [true, true, false, false, false])
  }

  @Test("weights are named and shaped as Keras has them")
  func weights() {
    let shapes = seedNetwork.plan().layers.flatMap(\.weightShapes)
    #expect(
      shapes.prefix(3).map(\.key) == ["lstm1/kernel", "lstm1/recurrent_kernel", "lstm1/bias"])
    #expect(shapes.prefix(3).map(\.dimensions) == [[10, 512], [128, 512], [512]])
    #expect(shapes.last?.key == "output/bias")
  }

  @Test("a plan stops at the layer that cannot follow")
  func stops() {
    let plan = seedNetwork.changing("lstm1") { $0.returnSequences = false }.plan()
    #expect(plan.layers.count == 1)
    #expect(plan.parameterCount == nil)
    #expect(plan.failure?.layerIndex == 1)
    #expect(plan.failure?.layerName == "lstm2")
    #expect(
      plan.failure?.error
        == .rank(layer: "lstm2", expected: 3, found: Shape([nil, 128]), lostBy: "lstm1"))
  }

  @Test("the layer that lost the timesteps is named, not the one in between")
  func lostBy() {
    var network = seedNetwork
    network.layers.append(Layer(LSTM(name: "lstm3", units: 2)))
    #expect(
      network.plan().failure?.error
        == .rank(layer: "lstm3", expected: 3, found: Shape([nil, 1]), lostBy: "lstm2"))
  }

  @Test("what no network can be is refused")
  func refused() {
    let input = InputLayer(timesteps: 50, features: 10)
    func failure(_ input: InputLayer, _ layers: [Layer]) -> EngineError? {
      NetworkDescription(input: input, layers: layers).plan().failure?.error
    }
    let dense = Layer(Dense(name: "dense", units: 1))
    #expect(failure(input, []) == .noLayers)
    #expect(failure(input, [dense, dense]) == .duplicateName("dense"))
    #expect(
      failure(InputLayer(name: "dense", timesteps: 50, features: 10), [dense])
        == .duplicateName("dense"))
    #expect(failure(input, [Layer(Dense(name: "a/b", units: 1))]) == .unusableName("a/b"))
    #expect(failure(input, [Layer(Dense(name: "", units: 1))]) == .unusableName(""))
    #expect(
      failure(InputLayer(timesteps: 50, features: 0), [dense])
        == .features(input: "input_layer", found: 0))
    #expect(
      failure(InputLayer(timesteps: -1, features: 10), [dense])
        == .timesteps(input: "input_layer", found: -1))
    for units in [0, -3, .min] {
      #expect(
        failure(input, [Layer(Dense(name: "dense", units: units))])
          == .units(layer: "dense", found: units))
      #expect(
        failure(input, [Layer(LSTM(name: "lstm", units: units))])
          == .units(layer: "lstm", found: units))
    }
    for units in [1 << 20, 1 << 40, .max] {
      #expect(
        failure(input, [Layer(LSTM(name: "lstm", units: units))])
          == .tooManyParameters(layer: "lstm"))
    }
    #expect(
      failure(input, [Layer(Dense(name: "dense", units: .max))])
        == .tooManyParameters(layer: "dense"))
    #expect(
      failure(input, [Layer(LSTM(name: "lstm", units: 2, activation: .softmax))])
        == .softmaxInRecurrent(layer: "lstm", setting: "activation", kind: "an LSTM"))
    #expect(
      failure(input, [Layer(LSTM(name: "lstm", units: 2, recurrentActivation: .softmax))])
        == .softmaxInRecurrent(layer: "lstm", setting: "recurrent_activation", kind: "an LSTM"))
  }

  @Test("an input is checked by its shape, the batch axis counted")
  func checkInput() throws {
    try seedNetwork.checkInput(shape: [3, 50, 10])
    try oddNetwork.checkInput(shape: [3, 1_000, 3])
    for shape in [[3, 50, 7], [3, 49, 10], [50, 10], [], [1, 1, 50, 10], [-1, 50, 10]] {
      #expect(
        throws: EngineError.inputShape(
          input: "input_layer", expected: Shape([nil, 50, 10]), found: shape)
      ) { try seedNetwork.checkInput(shape: shape) }
    }
  }
}
