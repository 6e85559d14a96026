import Engine
import Kernels
import Phrases
import Testing

@Suite("Schedule")
struct ScheduleTests {
  /// Three LSTMs, a Dense before and one between them, the first reading backwards.
  static let stack = NetworkDescription(
    input: InputLayer(timesteps: nil, features: 3),
    layers: [
      Layer(Dense(name: "first", units: 5, activation: .tanh)),
      Layer(LSTM(name: "one", units: 7, returnSequences: true, goBackwards: true)),
      Layer(LSTM(name: "two", units: 33, returnSequences: true)),
      Layer(Dense(name: "between", units: 6, activation: .softsign)),
      Layer(LSTM(name: "three", units: 9)),
      Layer(Dense(name: "answer", units: 2, activation: .softmax)),
    ])

  @Test("all orders and the forward pass agree to the last bit, at every level")
  func ordersAgree() throws {
    let changes = Interventions(
      clamps: [Clamp(layer: "lstm2", gate: .forgetGate, units: [3, 9], value: 1)],
      erasures: [Erasure(timestep: 7, states: .both)],
      initialStates: [
        "lstm1": LayerStates(
          h: [Float](repeating: 0.5, count: 128), c: [Float](repeating: -2, count: 128))
      ])
    let seed = try Network(seedNetwork, seed: 1)
    let every = seed.with(seedNetwork.changing("lstm2") { $0.returnSequences = true })
    let seen = observation(50, 10, seed: 2)
    try agree(seed, seen, .none)
    try agree(seed, seen, changes)
    try agree(every, seen, changes)
    let stack = try Network(Self.stack, seed: 4)
    for timesteps in [1, 2, 11] { try agree(stack, observation(timesteps, 3, seed: 3), .none) }
  }

  private func agree(
    _ network: Network, _ seen: Observation, _ changes: Interventions
  ) throws {
    for level in Level.allCases where level.isAvailable {
      let kernels = Kernels(level)
      let trace = try network.forward(seen, under: changes, kernels: kernels)
      for order in ScheduleOrder.allCases {
        let run = try network.run(seen, in: order, under: changes, kernels: kernels)
        #expect(run.schedule.failure == nil)
        #expect(
          run.schedule.steps.count == run.schedule.layers.count * seen.timesteps)
        for (place, layer) in run.schedule.layers.enumerated() {
          let forward = trace.all(.hiddenState, layer: layer)
          let difference = Difference(between: run.hidden[place], and: forward)
          #expect(difference.firstTimestep == nil)
          #expect(difference.largest == 0)
        }
        let output = trace.output(network.plan.layers.count - 1)
        #expect(run.output?.shape == output?.shape)
        #expect(bits(run.output?.values ?? []) == bits(output?.values ?? []))
      }
    }
  }

  @Test("no cell comes before what it reads", arguments: ScheduleOrder.allCases)
  func dependencies(_ order: ScheduleOrder) {
    let schedule = Schedule(Self.stack.plan(), timesteps: 11, order: order)
    #expect(schedule.layers == [1, 2, 4])
    var done: [[Int]: Int] = [:]
    for step in schedule.steps {
      let needed = [[step.layer, step.timestep - 1], [step.layer - 1, step.timestep]]
      for cell in needed where cell.allSatisfy({ $0 >= 0 }) {
        // Side by side means no cell of a wavefront reads another one of it.
        #expect((done[cell] ?? .max) < step.wavefront)
      }
      #expect(done[[step.layer, step.timestep]] == nil)
      done[[step.layer, step.timestep]] = step.wavefront
    }
    #expect(done.count == 33)
  }

  @Test("each order holds what it must and no more")
  func held() {
    func schedule(_ order: ScheduleOrder) -> Schedule {
      Schedule(seedNetwork.plan(), timesteps: 50, order: order)
    }
    let layers = schedule(.layerByLayer)
    #expect(layers.steps.map(\.timestep) == Array(0..<50) + Array(0..<50))
    // One h and one c of lstm1, one more h at each timestep, c no longer once it has finished.
    #expect(layers.steps[0].held == 2 * 128)
    #expect(layers.steps[48].held == 49 * 128 + 128)
    #expect(layers.steps[49].held == 50 * 128)
    // One h of lstm1 fewer with each that lstm2 reads, and h and c of lstm2.
    #expect(layers.steps[50].held == 49 * 128 + 2 * 64)
    #expect(layers.steps[98].held == 128 + 2 * 64)
    #expect(layers.steps[99].held == 64)
    #expect(layers.peak == 6_400)
    #expect(layers.wavefronts == 100)
    let timesteps = schedule(.timestepByTimestep)
    #expect(timesteps.steps.map(\.layer).prefix(4) == [0, 1, 0, 1])
    #expect(timesteps.steps[0].held == 2 * 128)
    #expect(timesteps.steps[1].held == 2 * 128 + 2 * 64)
    #expect(timesteps.steps[2].held == 2 * 128 + 2 * 64)
    #expect(timesteps.steps[98].held == 128 + 2 * 64)
    #expect(timesteps.steps[99].held == 64)
    #expect(timesteps.peak == 384)
    #expect(timesteps.wavefronts == 100)
    let diagonal = schedule(.diagonal)
    #expect(diagonal.wavefronts == 51)
    #expect(diagonal.steps.map(\.wavefront).prefix(4) == [0, 1, 1, 2])
    // lstm1 is one timestep ahead: one h of it waits.
    #expect(diagonal.steps[1].held == 3 * 128)
    #expect(diagonal.steps[2].held == 2 * 128 + 2 * 64)
    #expect(diagonal.steps[3].held == 3 * 128 + 2 * 64)
    #expect(diagonal.steps[99].held == 64)
    #expect(diagonal.peak == 512)
  }

  @Test("a head that reads every timestep keeps every h of the last layer waiting")
  func heldForHead() {
    let plan = seedNetwork.changing("lstm2") { $0.returnSequences = true }.plan()
    let schedule = Schedule(plan, timesteps: 50, order: .timestepByTimestep)
    #expect(schedule.steps[1].held == 2 * 128 + 2 * 64)
    #expect(schedule.steps[3].held == 2 * 128 + 3 * 64)
    #expect(schedule.steps[99].held == 50 * 64)
  }

  @Test(
    "where lstm1 hands on no sequence the schedule ends with it and says why",
    arguments: ScheduleOrder.allCases)
  func cannotFollow(_ order: ScheduleOrder) throws {
    let network = try Network(seedNetwork, seed: 1)
      .with(seedNetwork.changing("lstm1") { $0.returnSequences = false })
    let run = try network.run(observation(50, 10, seed: 2), in: order)
    #expect(run.schedule.layers == [0])
    #expect(run.schedule.steps.count == 50)
    #expect(run.schedule.failure == network.plan.failure)
    #expect(run.schedule.failure?.layerName == "lstm2")
    #expect(run.schedule.steps.last?.held == 128)
    #expect(run.output == nil)
    let trace = try network.forward(observation(50, 10, seed: 2))
    #expect(run.hidden == [trace.all(.hiddenState, layer: 0)])
  }

  @Test("a later layer that reads backwards can only wait for the whole sequence")
  func goBackwards() throws {
    let network = try Network(oddNetwork, seed: 3)
    let seen = observation(9, 3, seed: 5)
    for order in [ScheduleOrder.timestepByTimestep, .diagonal] {
      let run = try network.run(seen, in: order)
      #expect(run.schedule.layers == [0])
      #expect(run.schedule.failure?.layerIndex == 2)
      #expect(
        run.schedule.failure?.error == .needsWholeSequence(layer: "back", order: order))
      #expect(run.output == nil)
    }
    try agreeLayerByLayer(network, seen)
  }

  private func agreeLayerByLayer(_ network: Network, _ seen: Observation) throws {
    let run = try network.run(seen, in: .layerByLayer)
    let trace = try network.forward(seen)
    #expect(run.schedule.failure == nil)
    #expect(run.hidden[1] == trace.all(.hiddenState, layer: 2))
    #expect(run.output == trace.output(3))
  }

  @Test("a network without an LSTM has no cell and an output")
  func noLSTM() throws {
    let network = try Network(
      NetworkDescription(
        input: InputLayer(timesteps: nil, features: 3),
        layers: [Layer(Dense(name: "dense", units: 2))]), seed: 1)
    let run = try network.run(observation(4, 3, seed: 1), in: .diagonal)
    #expect(run.schedule.steps.isEmpty && run.schedule.wavefronts == 0)
    #expect(run.schedule.peak == 0)
    let trace = try network.forward(observation(4, 3, seed: 1))
    #expect(run.output == trace.output(0))
  }

  @Test("orders are named for a prompt and in words")
  func names() {
    #expect(
      ScheduleOrder.allCases.map(\.rawValue) == [
        "layer_by_layer", "timestep_by_timestep", "diagonal",
      ])
    #expect(
      ScheduleOrder.allCases.map(\.words) == [
        "layer by layer", "timestep by timestep", "along the diagonal",
      ])
  }
}

/// Layers that meet again and again between two recurrent ones.
@Suite("Schedules of graphs")
struct GraphScheduleTests {
  @Test(
    "each layer is asked for a row once, however often others meet behind it",
    .timeLimit(.minutes(1)))
  func meetings() throws {
    var layers = [Layer(LSTM(name: "one", units: 3, returnSequences: true))]
    for place in 0..<40 {
      let last = layers[layers.count - 1].name
      layers.append(Layer(Dense(name: "d\(place)", units: 3, activation: .tanh)))
      layers.append(Layer(Add(name: "a\(place)"), reads: [Source(last), Source("d\(place)")]))
    }
    layers.append(Layer(LSTM(name: "two", units: 2)))
    let network = try Network(
      NetworkDescription(input: InputLayer(timesteps: 5, features: 2), layers: layers), seed: 1)
    let observation = Observation(
      timesteps: 5, features: 2, values: (0..<10).map { Float($0) / 10 })
    let trace = try network.forward(observation)
    for order in ScheduleOrder.allCases {
      let run = try network.run(observation, in: order)
      #expect(run.output?.values == trace.output(layers.count - 1)?.values)
    }
  }
}
