import Foundation
import Learning
import Phrases

/// A training in sentences: one an epoch, and in a terminal a line below that shows the epoch under way.
final class TrainingText: TrainingReport {
  private let plan: TrainingPlan
  private let output: String?
  private let checkpoint: String?
  private let line: ProgressLine?
  private let clock = ContinuousClock()
  private let begun: ContinuousClock.Instant
  private var stepsTaken = 0

  init(_ plan: TrainingPlan, output: String?, checkpoint: String?) {
    (self.plan, self.output, self.checkpoint) = (plan, output, checkpoint)
    line = ProgressLine()
    begun = clock.now
  }

  /// What is learnt, where somebody looks on.
  func begin() throws {
    guard line != nil else { return }
    let network = plan.run.network
    let layers = network.description.layers.map { layer in
      layer.kind + (layer.width.map { " \($0)" } ?? "")
    }
    let lines = TrainPhrases.beginning(
      plan.task.kind, layers: layers.joined(separator: " → "),
      parameters: network.plan.parameterCount ?? 0, training: plan.run.training.count,
      validation: plan.run.validation.count)
    try Output.print((lines + plan.baselines.map(LearningPhrases.rule)).joined(separator: "\n"))
  }

  func step(_ run: TrainingRun) throws {
    stepsTaken += 1
    guard let line, line.isDue else { return }
    let (epochs, batches) = (run.settings.epochs, run.batches)
    let left = (epochs - run.epoch) * batches - run.batch
    let seconds = Double(left) * (clock.now - begun).seconds / Double(stepsTaken)
    try line.show(
      TrainPhrases.progress(
        epoch: run.epoch + 1, of: epochs, batch: run.batch, of: batches,
        bar: ProgressLine.bar(Double(run.batch) / Double(batches)), measure: run.soFar,
        best: plan.bestRule, secondsLeft: seconds))
  }

  func epoch(_ result: EpochResult) throws {
    stepsTaken += 1
    try line?.clear()
    try Output.print(TrainPhrases.epoch(result, beside: plan.baselines))
  }

  func end(_ run: TrainingRun, _ ending: TrainingEnding) throws {
    try line?.clear()
    if case .signal = ending { try Output.print(TrainPhrases.stopped(checkpoint: checkpoint)) }
    if ending == .done, run.epoch < run.settings.epochs, let patience = run.settings.patience {
      try Output.print(TrainPhrases.outOfPatience(patience))
    }
    try Output.print(TrainPhrases.kept(best: run.best?.epoch, of: run.epoch, output: output))
  }
}

extension Duration {
  fileprivate var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
