import Engine
import ModelFiles

/// Brackets among letters: does each one close one that was opened before it? The sequences are
/// `BracketsRule`'s.
///
/// A network that only counts is right on three quarters; the rest it owes to noticing a count below
/// zero, since the ends do not tell the two apart, and the mean depth hardly.
package struct BracketsTask: LearningTask {
  private let rule: BracketsRule

  package init(timesteps: Int = 24) { rule = BracketsRule(timesteps: timesteps) }

  init(_ rule: BracketsRule) { self.rule = rule }

  package var kind: TaskKind { .brackets }
  package var drawn: DrawnTask? { .brackets(rule) }
  package var timesteps: Int { rule.timesteps }
  package var features: [Feature] { rule.features }
  package var answer: TaskAnswer { .yesOrNo }
  package var suggestedTraining: SuggestedTraining {
    SuggestedTraining(epochs: 15, rate: 0.02, clipping: 1)
  }

  package func example(_ index: Int, of part: TaskPart, seed: UInt64) -> LabelledExample {
    rule.example(index, of: part, seed: seed)
  }

  package func symbol(_ row: ArraySlice<Float>) -> Character? { rule.symbol(row) }

  package var baselines: [Baseline] {
    [
      Baseline(.always),
      Baseline(.equalCounts) { observation in
        let symbols = (0..<observation.timesteps).map(observation.symbol)
        return symbols.count { $0 == BracketsRule.opening }
          == symbols.count { $0 == BracketsRule.closing } ? 1 : 0
      },
    ]
  }

  package func resized(to length: Int) -> BracketsTask? {
    BracketsRule.lengths.contains(length) ? BracketsTask(timesteps: length) : nil
  }
}
