import Engine
import ModelFiles

/// Numbers from 0 to 1, two of which are marked: what is their sum? The sequences are `AddingRule`'s.
package struct AddingTask: LearningTask {
  private let rule: AddingRule

  package init(timesteps: Int = 20) { rule = AddingRule(timesteps: timesteps) }

  init(_ rule: AddingRule) { self.rule = rule }

  package var kind: TaskKind { .adding }
  package var drawn: DrawnTask? { .adding(rule) }
  package var timesteps: Int { rule.timesteps }
  package var features: [Feature] { rule.features }
  package var answer: TaskAnswer { .number }
  package var suggestedTraining: SuggestedTraining {
    SuggestedTraining(epochs: 20, rate: 0.01, clipping: 1)
  }

  package func example(_ index: Int, of part: TaskPart, seed: UInt64) -> LabelledExample {
    rule.example(index, of: part, seed: seed)
  }

  package func symbol(_ row: ArraySlice<Float>) -> Character? { rule.symbol(row) }

  package var baselines: [Baseline] {
    [
      Baseline(.always),
      Baseline(.secondNumber) { observation in
        let rows = (0..<observation.timesteps).map { observation[$0] }
        let number = rows.last { $0.last == 1 }?.first ?? 0
        return Int(number * 10)
      },
    ]
  }

  package func resized(to length: Int) -> AddingTask? {
    AddingRule.lengths.contains(length) ? AddingTask(timesteps: length) : nil
  }
}
