import Engine
import ModelFiles

/// How well a model does on sequences of its task that it has not learnt from, beside rules that need no
/// network.
package struct TaskScore: Sendable {
  /// How many sequences there are, and how many answers to them.
  package let sequences: Int
  package let answers: Int
  package let measure: Measure
  package let baselines: [Baseline.Score]

  /// The examples from which the rules learn their answers.
  fileprivate static let learntFrom = 2000
}

extension LoadedModel {
  /// Judges the model by the first sequences that its observations are; nil where no task draws them.
  ///
  /// Throws where the network does not answer the task.
  package func taskScore(_ count: Int) throws -> TaskScore? {
    guard case .drawn(let sequences) = observations else { return nil }
    let task = sequences.task.learning
    try task.check(network.plan)
    let test = task.examples(count, of: .test, seed: sequences.seed)
    let run = try TrainingRun(
      network, training: Array(test.prefix(1)),
      settings: TrainingSettings(loss: task.answer.loss))
    return TaskScore(
      sequences: count, answers: count * (task.answersEachTimestep ? task.timesteps : 1),
      measure: try run.measured(on: test),
      baselines: task.baselineScores(
        training: task.examples(TaskScore.learntFrom, seed: sequences.seed), test: test))
  }
}
