import Documents
import Foundation
import Learning
import Phrases

/// Why a training is over.
enum TrainingEnding: Equatable {
  /// All epochs are done, or nothing has become better for long enough.
  case done
  case signal(Int32)
  case problem(TrainingProblem)
}

/// Where a run is kept, and how often.
struct CheckpointPlace {
  let file: String
  private let every: Int?

  /// Refuses what is read, and to put a checkpoint in the place of something else.
  init(_ file: String, every: Int?, inputs: [String]) throws {
    _ = try OutputPlace(file, option: "--checkpoint", inputs: inputs)
    // The length in front of it may hold bytes that end a line.
    if let before = FileInTheWay(file),
      !before.lines.prefix(9).contains(where: { $0.contains(Checkpoint.sign) })
    {
      throw Failure(TrainPhrases.noCheckpointInTheWay(file))
    }
    (self.file, self.every) = (file, every)
  }

  /// Whether it is time to write.
  func isDue(_ run: TrainingRun) -> Bool {
    run.batch == 0 || every.map { run.optimiser.steps % $0 == 0 } == true
  }
}

/// Takes all steps of a run, and keeps it where that is asked for.
struct Trainer {
  private(set) var run: TrainingRun
  private let data: TrainingData
  private let keep: CheckpointPlace?

  init(_ plan: TrainingPlan, keep: CheckpointPlace?) {
    (run, data, self.keep) = (plan.run, plan.data, keep)
  }

  /// Goes on to the end, or until a signal has come or a number is not finite.
  mutating func train(
    _ report: some TrainingReport, _ watch: SignalWatch
  ) throws -> TrainingEnding {
    while !run.isFinished {
      if let signal = watch.arrived {
        try write()
        return .signal(signal)
      }
      if let problem = run.stepOrProblem() { return .problem(problem) }
      if let keep, keep.isDue(run) { try write() }
      if run.batch == 0, let result = run.results.last {
        try report.epoch(result)
      } else {
        try report.step(run)
      }
    }
    try write()
    return .done
  }

  private func write() throws {
    if let keep { try Checkpoint(run, of: data).write(to: keep.file) }
  }
}
