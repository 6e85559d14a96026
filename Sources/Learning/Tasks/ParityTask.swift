import Engine
import ModelFiles

/// Zeros and ones, evenly drawn: is the number of ones odd?
///
/// Any part of a sequence says nothing about the answer: one bit that is missed and it is a guess.
/// Asked after each timestep, four units learn it in a few epochs; asked at the end alone, where the
/// short sequences within a long one do not help, they do not.
package struct ParityTask: LearningTask {
  private let rule: ParityRule

  package init(timesteps: Int = 10, answersEachTimestep: Bool = true) {
    rule = ParityRule(timesteps: timesteps, answersEachTimestep: answersEachTimestep)
  }

  init(_ rule: ParityRule) { self.rule = rule }

  package var kind: TaskKind { .parity }
  package var drawn: DrawnTask? { .parity(rule) }
  package var timesteps: Int { rule.timesteps }
  package var answersEachTimestep: Bool { rule.answersEachTimestep }
  package var features: [Feature] { rule.features }
  package var answer: TaskAnswer { .yesOrNo }
  package var suggestedTraining: SuggestedTraining {
    SuggestedTraining(epochs: 10, rate: 0.02, clipping: 1)
  }

  package func example(_ index: Int, of part: TaskPart, seed: UInt64) -> LabelledExample {
    rule.example(index, of: part, seed: seed)
  }

  package func symbol(_ row: ArraySlice<Float>) -> Character? { rule.symbol(row) }

  package var baselines: [Baseline] {
    [
      Baseline(.always),
      Baseline(.withoutFirst) { $0.values.dropFirst().count { $0 == 1 } % 2 },
    ]
  }

  package func resized(to length: Int) -> ParityTask? {
    ParityRule.lengths.contains(length)
      ? ParityTask(timesteps: length, answersEachTimestep: answersEachTimestep) : nil
  }
}
