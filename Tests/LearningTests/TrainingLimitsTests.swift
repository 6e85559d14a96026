import Engine
import Learning
import ModelFiles
import Phrases
import Testing

/// Large examples, lengths that differ, and runs that fail.
@Suite struct TrainingLimitsTests {
  /// Few weights, and `width` × `timesteps` numbers beside them.
  private func network(
    width: Int, timesteps: Int, _ more: [any LayerSettings] = []
  ) throws -> Network {
    var many = RepeatVector(name: "many")
    many.count = timesteps
    let layers: [any LayerSettings] =
      [Flatten(name: "flat"), Dense(name: "wide", units: width), many] + more + [
        GlobalAveragePooling1D(name: "mean"),
        Dense(name: "output", units: 1, activation: .sigmoid),
      ]
    return try Network(
      NetworkDescription(
        input: InputLayer(timesteps: 1, features: 2), layers: layers.map { Layer($0) }), seed: 1)
  }

  private func examples(_ count: Int, timesteps: Int = 1) -> [LabelledExample] {
    var chance = SplitMix64(seed: 4)
    return (0..<count).map { index in
      LabelledExample(
        Observation(
          timesteps: timesteps, features: 2,
          values: (0..<2 * timesteps).map { _ in Float(chance.nextFraction()) }),
        target: [Float(index % 2)])
    }
  }

  private func settings(batch: Int, _ optimiser: OptimiserKind = .sgd()) -> TrainingSettings {
    var settings = TrainingSettings(loss: .binaryCrossEntropy, optimiser: optimiser, rate: 0.5)
    settings.batchSize = batch
    settings.shuffles = false
    return settings
  }

  @Test("a batch that does not stay in memory at once learns what its examples do one by one")
  func waves() throws {
    // 400,000 numbers each.
    let description = NetworkDescription(
      input: InputLayer(timesteps: 1000, features: 2),
      layers: [
        Layer(Dense(name: "wide", units: 400)), Layer(LSTM(name: "lstm", units: 1)),
        Layer(Dense(name: "output", units: 1, activation: .sigmoid)),
      ])
    let network = try Network(description, seed: 1)
    let examples = examples(12, timesteps: 1000)
    var run = try TrainingRun(network, training: examples, settings: settings(batch: 12))
    try run.step()
    var sums: [String: [Float]] = [:]
    for example in examples {
      var alone = try TrainingRun(network, training: [example], settings: settings(batch: 1))
      try alone.step()
      for (key, weight) in alone.network.weights {
        let moved = zip(weight.values, network.weights[key]?.values ?? []).map { ($0 - $1) / 12 }
        sums[key] = zip(sums[key] ?? moved.map { _ in 0 }, moved).map(+)
      }
    }
    for (key, weight) in run.network.weights {
      let before = network.weights[key]?.values ?? []
      let expected = zip(before, sums[key] ?? []).map(+)
      let furthest = zip(weight.values, expected).map { abs($0 - $1) }.max() ?? .infinity
      #expect(furthest < 1e-6, "\(key)")
    }
  }

  @Test("an example too long to go back through, and a batch that has to be one and is too large")
  func tooLarge() throws {
    let long = try network(width: 1000, timesteps: 5000)
    let problem = #expect(throws: TrainingProblem.self) {
      try TrainingRun(long, training: examples(2), settings: settings(batch: 2))
    }
    #expect(
      problem?.sentence
        == "example 0 of 1 timestep comes to 5,002,006 numbers, and training goes back through "
        + "4,194,304 at most; cut it into shorter ones")
    let whole = try network(width: 100, timesteps: 1000, [BatchNormalization(name: "norm")])
    #expect(throws: TrainingProblem.batchTooLarge(found: 24, most: 20)) {
      try TrainingRun(whole, training: examples(24), settings: settings(batch: 24))
    }
    _ = try TrainingRun(whole, training: examples(24), settings: settings(batch: 20))
  }

  @Test("lengths that take turns are learnt as those that follow one another")
  func lengths() throws {
    var long = ParityTask(timesteps: 6).examples(8, seed: 1)
    let short = ParityTask(timesteps: 3).examples(8, seed: 2)
    let description = NetworkDescription(
      input: InputLayer(timesteps: nil, features: 1),
      layers: [
        Layer(made(LSTM(name: "lstm", units: 3)) { $0.returnSequences = true }),
        Layer(BatchNormalization(name: "norm")),
        Layer(Dense(name: "output", units: 1, activation: .sigmoid)),
      ])
    let network = try Network(description, seed: 5)
    let turns = zip(long, short).flatMap { [$0, $1] }
    long += short
    var runs = try [turns, long].map {
      try TrainingRun(network, training: $0, settings: settings(batch: 16, .adam()))
    }
    for index in runs.indices { for _ in 0..<3 { try runs[index].step() } }
    #expect(runs[0].steps == runs[1].steps)
    #expect(runs[0].network.weights == runs[1].network.weights)
  }

  private func made<Settings>(
    _ settings: Settings, _ change: (inout Settings) -> Void
  ) -> Settings {
    var settings = settings
    change(&settings)
    return settings
  }

  @Test("a step that fails where an epoch ends leaves the run as it was, and can be taken again")
  func failing() throws {
    let task = ParityTask(timesteps: 4)
    let wrong = Observation(
      timesteps: 4, features: 2, values: [Float](repeating: 0, count: 8))
    var run = try TrainingRun(
      Network(task.suggestedNetwork, seed: 5), training: task.examples(16, seed: 3),
      validation: [LabelledExample(wrong, target: [0, 0, 0, 0])], settings: settings(batch: 8))
    try run.step()
    let weights = run.network.weights
    for _ in 0..<2 {
      #expect(run.stepOrProblem() != nil)
      #expect(run.batch == 1 && run.steps.count == 1 && run.results.isEmpty)
      #expect(run.network.weights == weights && run.optimiser.steps == 1)
    }
  }

  @Test("an epoch judged by no finite number is never the best, and wears patience out")
  func notFiniteIsNotBest() throws {
    let task = ParityTask(timesteps: 4)
    var settings = settings(batch: 8)
    settings.epochs = 9
    settings.patience = 2
    let description = NetworkDescription(
      input: InputLayer(timesteps: 4, features: 1),
      layers: [Layer(Flatten(name: "flat")), Layer(Dense(name: "output", units: 1))])
    let weights = [
      "output/kernel": Tensor(shape: [4, 1], values: [8, 8, 8, 8]),
      "output/bias": Tensor(shape: [1], values: [0]),
    ]
    settings.loss = .meanSquaredError
    settings.rate = 1e-6
    let huge = Observation(timesteps: 4, features: 1, values: [3e38, 3e38, 3e38, 3e38])
    var run = try TrainingRun(
      Network(description, weights: weights),
      training: task.examples(8, seed: 3).map {
        LabelledExample($0.observation, target: [$0.target[3]])
      }, validation: [LabelledExample(huge, target: [0])], settings: settings)
    while !run.isFinished { try run.step() }
    #expect(run.epoch == 2 && run.best == nil)
  }

  @Test(
    "an example with a number that is not finite is refused by its number, before anything is learnt"
  )
  func data() throws {
    let task = ParityTask(timesteps: 4)
    func sentence(_ change: (LabelledExample) -> LabelledExample) throws -> String {
      var examples = task.examples(8, seed: 3)
      examples[5] = change(examples[5])
      let problem = #expect(throws: TrainingProblem.self) {
        try TrainingRun(
          Network(task.suggestedNetwork, seed: 5), training: examples, settings: settings(batch: 8))
      }
      return try #require(problem).sentence
    }
    let holed = Observation(timesteps: 4, features: 1, values: [0, 1, .nan, 0])
    #expect(
      try sentence { LabelledExample(holed, target: $0.target) }
        == "example 5 has a number that is not finite at timestep 2; fill it, or leave the example "
        + "out")
    #expect(
      try sentence { LabelledExample($0.observation, target: [0, 1, .infinity, 0]) }
        == "the true answer of example 5 is not a finite number; leave the example out")
  }

  @Test("Adam and RMSprop keep the thousandth and the tenth of a squared gradient that Keras keeps")
  func shares() throws {
    for (kind, slot, share) in [(OptimiserKind.adam(), 1, 0.001), (.rmsprop(), 0, 0.1)] {
      let task = ParityTask(timesteps: 4)
      let network = try Network(task.suggestedNetwork, seed: 5)
      let examples = task.examples(8, seed: 3)
      // Without a momentum w − rate·g: with weights of 0 and a rate of 1 what is moved is the gradient.
      var plain = settings(batch: 8)
      plain.rate = 1
      var runs = try [plain, settings(batch: 8, kind)].map {
        try TrainingRun(network, training: examples, settings: $0)
      }
      for index in runs.indices { try runs[index].step() }
      // A fresh bias of the last layer is 0.
      let gradient = Double(try #require(runs[0].network.weights["output/bias"]).values[0])
      let kept = Double(try #require(runs[1].optimiser.slots["output/bias"])[slot][0])
      #expect(abs(kept / (gradient * gradient) / share - 1) < 1e-6)
    }
  }
}
