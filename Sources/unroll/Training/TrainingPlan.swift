import ArgumentParser
import Engine
import Learning
import ModelFiles
import Phrases

/// What `unroll train` was asked for, made out: the run as it begins or goes on, and what it is judged by.
struct TrainingPlan {
  let task: any LearningTask
  let data: TrainingData
  let run: TrainingRun
  /// What rules reach that need no network; none where nothing judges.
  let baselines: [Baseline.Score]
  /// The files that are read.
  let inputs: [String]
  /// Whether it goes on from a checkpoint.
  let isResumed: Bool
  /// Where the lessons' data are.
  let library: ModelLibrary

  init(_ command: Train, library: ModelLibrary) throws {
    self.library = library
    isResumed = command.resume != nil
    if let file = command.resume {
      let checkpoint = try Checkpoint(
        contentsOf: file, in: library, epochs: command.training.epochs)
      (run, data) = (checkpoint.run, checkpoint.data)
      guard let task = try data.task(in: library, for: run.network.description.inputs) else {
        throw Failure(TrainPhrases.whatToLearn)
      }
      self.task = task
      inputs = [data.input, data.reading.tokenizer].compactMap(\.self)
    } else {
      let begun = try NewTraining(command, library: library)
      (task, data, run, inputs) = (begun.task, begun.data, begun.run, begun.inputs)
    }
    baselines =
      run.validation.isEmpty
      ? [] : task.baselineScores(training: run.training, test: run.validation)
  }

  /// The rule that does best.
  var bestRule: Baseline.Score? { baselines.min { $0.measure.isBetter(than: $1.measure) } }
}

extension Measure {
  fileprivate func isBetter(than other: Measure) -> Bool {
    if let accuracy, let theirs = other.accuracy, accuracy != theirs { return accuracy > theirs }
    return loss < other.loss
  }
}
