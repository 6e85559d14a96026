import Engine
import Insight
import Kernels
import Learning
import ModelFiles
import Phrases

/// A layer of each kind on the copy task over three gaps, all of the same size and from the same seed, each
/// trained as it goes: how far back gradients reach, and what is learnt of it.
package struct GapComparison: Sendable {
  /// One network.
  struct Cell: Sendable {
    /// What its recurrent layer is, as Keras calls it.
    let kind: String
    /// As a command names the network.
    let name: String
    /// How many letters stand behind the marked one.
    let gap: Int
    var live: LiveTraining
    /// How large ∂loss/∂h[t] is, the mean over some test sequences, in each of which the marked letter comes
    /// first.
    var reach: GradientReach
  }

  /// A kind behind another, each with its gaps, the shortest first.
  private(set) var cells: [Cell]

  static let units = 16
  static let epochs = 12
  private static let examples = 1000
  private static let judging = 200
  /// The sequences whose gradients are averaged.
  private static let probes = 32
  static let gaps = CopyTask.gaps

  private static let kinds = Layer.kinds.compactMap { $0.init(name: "layer").recurrent }

  /// The networks as commands name them, in the order of `cells`.
  static let names = kinds.flatMap { kind in gaps.map { "\(type(of: kind).word)\($0)" } }

  /// None of which has learnt anything.
  init(kernels: Kernels) {
    let kinds = Self.kinds
    let tasks = Self.gaps.map { gap in
      let task = CopyTask(gap: gap)
      let training = task.examples(Self.examples, seed: LiveTraining.seed)
      let test = task.examples(Self.judging, of: .test, seed: LiveTraining.seed)
      let baselines = task.baselineScores(training: training, test: test)
      return (task, training, test, baselines)
    }
    var cells: [Cell] = []
    for kind in kinds {
      for (task, training, test, baselines) in tasks {
        var layer = kind
        layer.width = Self.units
        var settings = TrainingSettings(
          loss: task.answer.loss, rate: task.suggestedTraining.rate, seed: LiveTraining.seed)
        settings.epochs = Self.epochs
        settings.clipping = task.suggestedTraining.clipping.map { .all($0) }
        do {
          let run = try TrainingRun(
            Network(task.network(of: [layer]), seed: LiveTraining.seed), training: training,
            validation: test, settings: settings, kernels: kernels)
          cells.append(
            Cell(
              kind: type(of: kind).kind, name: Self.names[cells.count], gap: task.gap,
              live: LiveTraining(task, run, baselines: baselines), reach: Self.reach(of: run)))
        } catch { preconditionFailure("a network of a task reads its sequences: \(error)") }
      }
    }
    self.cells = cells
  }

  /// How far back the gradient reaches in a run's network of now.
  static func reach(of run: TrainingRun) -> GradientReach {
    let probes = Array(run.validation.prefix(Self.probes))
    let sizes = try? run.network.hiddenGradient(
      of: run.settings.loss, on: probes, layer: 0, kernels: run.kernels)
    return GradientReach(.hiddenGradient, sizes: sizes ?? [])
  }

  private mutating func forEach(_ change: (inout Cell) -> Void) {
    for place in cells.indices { change(&cells[place]) }
  }
}

extension GapComparison {
  /// The share that always giving one answer gets right.
  var chance: Double { cells.first?.live.baselines.first?.measure.accuracy ?? 0 }
  /// The epochs that all of them have done.
  var epoch: Int { cells.map(\.live.run.epoch).min() ?? 0 }
  /// The learning rate of the steps to come.
  var rate: Double { cells.first?.live.rate ?? 0 }
  var isRunning: Bool { next != nil }
  /// Whether any step was taken.
  var hasBegun: Bool { cells.contains { $0.live.steps > 0 } }
  /// What is going on.
  var stage: TrainingStage {
    if isRunning { return .running }
    let stages = cells.map(\.live.stage)
    if stages.allSatisfy({ $0 == .done || $0 == .stopped }) { return .done }
    return hasBegun ? .paused : .notBegun
  }

  /// How many seconds are left; nil where nobody knows.
  var secondsLeft: Double? {
    let left = cells.map { $0.live.stepsLeft == 0 ? 0 : $0.live.secondsLeft }
    return left.contains { $0 == nil } ? nil : left.reduce(0) { $0 + ($1 ?? 0) }
  }

  /// The one whose steps are to be taken next: of those that go on the one that has come least far, so that
  /// all learn side by side.
  var next: LiveTraining? { nextPlace.map { cells[$0].live } }

  private var nextPlace: Int? {
    let running = cells.indices.filter { cells[$0].live.isRunning }
    // One epoch of each in turn.
    return running.min { (cells[$0].live.run.epoch, $0) < (cells[$1].live.run.epoch, $1) }
  }

  /// Stops after the batch.
  mutating func stop() { forEach { $0.live.stop() } }

  /// Goes on: to the end, or so many batches or epochs more of each.
  mutating func goOn(_ count: Int? = nil, epochs: Bool = false) {
    forEach { cell in
      let live = cell.live
      guard let count else { return cell.live.go(to: live.allSteps) }
      let (steps, isTooMany) = count.multipliedReportingOverflow(by: live.run.batches)
      let from = epochs ? live.run.epoch * live.run.batches : live.steps
      cell.live.go(to: epochs ? (isTooMany ? live.allSteps : from + steps) : from + count)
    }
  }

  /// Begins again.
  mutating func startOver() {
    forEach { cell in
      cell.live.startOver()
      cell.reach = Self.reach(of: cell.live.run)
    }
  }

  mutating func set(rate: Double) { forEach { $0.live.set(rate: rate) } }

  /// Takes all steps that are still to be taken, here.
  mutating func finish() {
    forEach { cell in
      guard cell.live.isRunning else { return }
      while cell.live.isRunning { cell.live.step() }
      cell.reach = Self.reach(of: cell.live.run)
    }
  }

  /// Takes what was learnt elsewhere; false where it is of none of them.
  mutating func take(_ outcome: TrainingOutcome) -> Bool {
    guard let place = cells.firstIndex(where: { $0.live.expects(outcome) }) else { return false }
    cells[place].live.take(outcome)
    if let reach = outcome.reach { cells[place].reach = reach }
    return true
  }
}

extension GapComparison: Equatable {
  package static func == (one: GapComparison, other: GapComparison) -> Bool {
    one.cells.map(\.live) == other.cells.map(\.live)
  }
}
