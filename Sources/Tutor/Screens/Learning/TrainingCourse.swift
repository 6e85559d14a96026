import Learning
import Phrases

/// How loss and accuracy went over the steps of a run, for charts of any width.
struct TrainingCourse {
  let training: LiveTraining?
  let baselines: [Baseline.Score]
  /// The steps of the whole run, and of an epoch.
  let allSteps: Int
  let stepsPerEpoch: Int
  /// The epoch that is shown below; nil before anything has been trained.
  let openEpoch: Int?
  /// Whether answers are right or wrong, and not only near.
  let hasAccuracy: Bool

  /// The course of the open model's training; nil where nobody knows what there is to learn. Before it has
  /// begun it is that of the fresh network alone, and empty where that cannot learn what is asked.
  init?(_ state: Explorer) {
    guard let training = state.shownCourse else {
      guard let task = state.model.task else { return nil }
      self.training = nil
      hasAccuracy = task.answer != .number
      baselines = []
      allSteps = 1
      stepsPerEpoch = 1
      openEpoch = nil
      return
    }
    self.training = training
    hasAccuracy = training.task.answer != .number
    baselines = training.baselines
    allSteps = training.allSteps
    stepsPerEpoch = training.run.batches
    openEpoch = state.isOpenTraining ? state.openEpoch?.number : nil
  }

  /// A measure of each column of a chart, the mean of its steps; nil where none has been taken.
  func columns(_ measure: LearningLayout.Measure, width: Int) -> [Float?] {
    guard let steps = training?.run.steps, width > 0 else {
      return [Float?](repeating: nil, count: width)
    }
    return (0..<width).map { column in
      let first = column * allSteps / width
      let end = max(first + 1, (column + 1) * allSteps / width)
      let part = steps[min(first, steps.count)..<min(end, steps.count)]
      let values = part.compactMap { value(measure, of: $0) }
      return values.isEmpty ? nil : Float(values.reduce(0, +) / Double(values.count))
    }
  }

  /// The column of the end of an epoch.
  func column(ofEpoch epoch: Int, width: Int) -> Int {
    min(width - 1, max(0, (epoch * stepsPerEpoch * width + allSteps - 1) / allSteps - 1))
  }

  /// The column at which the version that is shown ends, which in an epoch under way is that of its newest
  /// step; nil before the first step.
  func openColumn(width: Int) -> Int? {
    guard let openEpoch, openEpoch > 0, let run = training?.run else { return nil }
    let steps = min(openEpoch * stepsPerEpoch, run.steps.count)
    return min(width - 1, max(0, (steps * width + allSteps - 1) / allSteps - 1))
  }

  /// The fresh network and the epochs that have ended, with a measure of examples that nobody learns from.
  func validations(_ measure: LearningLayout.Measure) -> [(epoch: Int, value: Float)] {
    let fresh = training?.atStart.flatMap { value(measure, of: $0) }.map { [(0, Float($0))] }
    let ended = (training?.run.results ?? []).compactMap { result in
      result.validation.flatMap { value(measure, of: $0) }.map { (result.epoch, Float($0)) }
    }
    return (fresh ?? []) + ended
  }

  /// What rules reach.
  func rules(_ measure: LearningLayout.Measure) -> [(rule: Baseline.Rule, value: Float)] {
    baselines.compactMap { score in
      switch measure {
      case .loss: (score.rule, Float(score.measure.loss))
      case .accuracy: score.measure.accuracy.map { (score.rule, Float($0)) }
      }
    }
  }

  /// What a full chart stands for: accuracy has its own bound, a loss the largest of all, up to half as much
  /// again as the worst rule. Beyond that nothing is to be seen but that it was there, since a single large
  /// step would make all that is learnt flat; what is learnt now always has room.
  func scale(_ measure: LearningLayout.Measure) -> Float {
    guard measure == .loss else { return 1 }
    let shown =
      (training?.run.steps ?? []).map { Float($0.loss) } + rules(.loss).map(\.value)
      + validations(.loss).map(\.value)
    let most = shown.filter(\.isFinite).max() ?? 1
    let newest = [
      training?.run.steps.last.map { Float($0.loss) }, validations(.loss).last?.value,
    ].compactMap(\.self).filter(\.isFinite)
    let bound = (rules(.loss).map(\.value).max() ?? most) * Self.beyondRules
    let top = min(most, max(bound, newest.max() ?? 0))
    return top > 0 ? top : 1
  }

  /// How far the chart of the loss reaches beyond the worst rule.
  private static let beyondRules: Float = 1.5

  /// What the newest finished epoch came to, up to the one that is shown.
  var judged: EpochResult? {
    openEpoch.flatMap { open in training?.run.results.last { $0.epoch <= open } }
  }

  /// The measure of now, or of the epoch that was gone back to; that of new examples is of a finished epoch,
  /// which is named where it is an earlier one.
  func now(
    _ measure: LearningLayout.Measure
  ) -> (training: Double?, validation: Double?, ofEpoch: Int?) {
    let fresh = training?.atStart.flatMap { value(measure, of: $0) }
    guard let run = training?.run, !run.steps.isEmpty else { return (nil, fresh, 0) }
    if let openEpoch, openEpoch <= run.results.count {
      guard openEpoch > 0 else { return (nil, fresh, 0) }
      let result = run.results[openEpoch - 1]
      return (
        value(measure, of: result.training),
        result.validation.flatMap { value(measure, of: $0) }, nil
      )
    }
    let last = run.results.last?.validation.flatMap { value(measure, of: $0) }
    return (
      run.soFar.flatMap { value(measure, of: $0) }, last ?? fresh, run.results.last?.epoch ?? 0
    )
  }

  private func value(_ measure: LearningLayout.Measure, of found: Measure) -> Double? {
    measure == .loss ? found.loss : found.accuracy
  }
}
