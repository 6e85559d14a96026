import Engine
import Kernels
import Learning
import ModelFiles
import Phrases

/// A training that runs beside the interface, as far as it has come.
package struct LiveTraining: Sendable {
  /// What is learnt.
  let task: any LearningTask
  /// The run, at the step that is shown as the newest.
  package private(set) var run: TrainingRun
  /// The same before its first step.
  private let fresh: TrainingRun
  /// How well rules do that need no network.
  let baselines: [Baseline.Score]
  /// What the fresh network makes of the examples that judge; nil where that takes long.
  private let measured: Deferred<Measure?>
  var atStart: Measure? { measured.value }
  /// Whether it is shown how far back gradients reach, beside the network itself.
  private(set) var showsReach = false
  /// The number of the step with which it stops.
  private(set) var goal = 0
  /// The learning rate of the steps to come.
  private(set) var rate: Double
  /// Another one whenever steps that are being taken elsewhere are not to count any more.
  package private(set) var ticket = TrainingTicket()
  /// How long a step takes, where somebody has measured it.
  private(set) var secondsPerStep: Double?
  /// Why it cannot go on.
  private(set) var problem: TrainingProblem?

  /// What a learning rate may be.
  static let rates = 1e-6...1.0
  /// The seed of the weights and of the order of the examples.
  static let seed: UInt64 = 1
  /// How many examples a task is asked for that never runs out of them, and how many judge: fewer of long
  /// observations, whose numbers all stay in memory.
  static func counts(numbersEach: Int) -> (training: Int, validation: Int) {
    let room = mostNumbers / max(1, numbersEach)
    return (min(2000, max(64, room / 5 * 4)), min(500, max(16, room / 5)))
  }
  /// The most numbers of all examples, 32 MiB, where they are not very long.
  private static let mostNumbers = 1 << 23

  /// A training of a model from fresh weights, on what its observations ask.
  ///
  /// - Throws: where nobody knows what they ask, or the network does not answer it.
  init(_ model: LoadedModel, kernels: Kernels) throws(Refusal) {
    guard let task = model.task else { throw .nothingToLearn }
    self.task = task
    let counts = Self.counts(numbersEach: task.timesteps * task.features.count)
    let training = task.examples(counts.training, of: .training, seed: Self.seed)
    let validation = task.examples(counts.validation, of: .test, seed: Self.seed)
    baselines = task.baselineScores(training: training, test: validation)
    do {
      fresh = try TrainingRun(
        Network(model.description, seed: Self.seed), training: training, validation: validation,
        settings: Self.settings(for: task, model), kernels: kernels)
      try task.check(fresh.network.plan)
    } catch { throw Refusal(error) }
    run = fresh
    rate = fresh.rate
    measured = Self.measured(fresh)
  }

  /// One of those that are held side by side, which has not begun.
  init(_ task: any LearningTask, _ fresh: TrainingRun, baselines: [Baseline.Score]) {
    self.task = task
    (self.fresh, run, rate, self.baselines) = (fresh, fresh, fresh.rate, baselines)
    measured = Self.measured(fresh)
    showsReach = true
  }

  /// Keras's settings, and for sequences that a task draws those by which they are learnt.
  private static func settings(
    for task: any LearningTask, _ model: LoadedModel
  ) -> TrainingSettings {
    var settings = TrainingSettings(loss: task.answer.loss, seed: seed)
    guard task.drawn != nil || model.description == task.suggestedNetwork else { return settings }
    let suggested = task.suggestedTraining
    settings.rate = suggested.rate
    settings.epochs = suggested.epochs
    settings.batchSize = suggested.batchSize
    settings.clipping = suggested.clipping.map { .all($0) }
    return settings
  }

  private static func measured(_ fresh: TrainingRun) -> Deferred<Measure?> {
    Deferred {
      let weights = fresh.network.plan.parameterCount ?? .max
      let timesteps = fresh.validation.first?.observation.timesteps ?? 0
      let (work, isTooMuch) = weights.multipliedReportingOverflow(
        by: max(1, timesteps * fresh.validation.count))
      guard !isTooMuch, work <= mostMeasured, !fresh.validation.isEmpty else { return nil }
      return try? fresh.measured(on: fresh.validation)
    }
  }

  /// The most products that are worked out to measure a fresh network: some tenths of a second.
  private static let mostMeasured = 1 << 32

  /// The steps that have been taken.
  package var steps: Int { run.steps.count }
  /// The steps of the whole run.
  var allSteps: Int { run.settings.epochs * run.batches }
  /// Whether steps are still to be taken.
  package var isRunning: Bool { steps < goal && problem == nil && !run.isFinished }
  /// How many steps are still to be taken.
  package var stepsLeft: Int { max(0, goal - steps) }
  /// The epoch of the newest step, counted from 1, and how many of its batches are done: all of them at its
  /// end.
  var place: (epoch: Int, batch: Int) {
    run.batch == 0 && run.epoch > 0 ? (run.epoch, run.batches) : (run.epoch + 1, run.batch)
  }
  /// What is going on.
  var stage: TrainingStage {
    if isRunning { return .running }
    if problem != nil { return .stopped }
    if run.isFinished { return .done }
    return steps > 0 ? .paused : .notBegun
  }
  /// How far it has come, in a line and in shorter ones.
  var progress: [Phrase] {
    LearningPhrases.progress(
      epoch: place.epoch, of: run.settings.epochs, batch: place.batch, of: run.batches, rate: rate,
      secondsLeft: isRunning ? secondsLeft : nil)
  }
  /// The same while an earlier epoch is shown.
  func progress(shown: Int) -> [Phrase] {
    LearningPhrases.progress(
      shown: shown, epoch: place.epoch, of: run.settings.epochs, batch: place.batch,
      of: run.batches, stage: stage)
  }
  /// How many seconds are left; nil where nobody knows.
  var secondsLeft: Double? { secondsPerStep.map { Double(stepsLeft) * $0 } }

  /// Stops after the batch.
  mutating func stop() { goal = steps }

  /// Goes on to a step.
  mutating func go(to step: Int) { goal = min(step, allSteps) }

  /// Begins again.
  mutating func startOver() {
    run = fresh
    run.rate = rate
    goal = 0
    problem = nil
    ticket = TrainingTicket()
  }

  /// Sets the learning rate.
  mutating func set(rate: Double) {
    self.rate = rate
    run.rate = rate
  }

  /// Takes one step here.
  mutating func step() { problem = run.stepOrProblem() }

  /// Whether steps that were taken elsewhere are the next of this training, and none was asked for less.
  func expects(_ outcome: TrainingOutcome) -> Bool {
    outcome.ticket == ticket && steps <= outcome.run.steps.count && outcome.run.steps.count <= goal
  }

  /// Takes what was learnt elsewhere.
  mutating func take(_ outcome: TrainingOutcome) {
    let taken = outcome.run.steps.count - steps
    run = outcome.run
    run.rate = rate
    problem = outcome.problem
    guard taken > 0, outcome.seconds > 0 else { return }
    let each = outcome.seconds / Double(taken)
    secondsPerStep = secondsPerStep.map { 0.8 * $0 + 0.2 * each } ?? each
  }
}

extension LiveTraining: Equatable {
  /// Whether two have come as far and will go on in the same way.
  package static func == (one: LiveTraining, other: LiveTraining) -> Bool {
    one.run.steps == other.run.steps && one.goal == other.goal && one.rate == other.rate
      && one.problem == other.problem && one.task.kind == other.task.kind
  }
}
