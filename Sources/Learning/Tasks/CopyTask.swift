import Engine
import ModelFiles

/// Letters, one of which is marked: which one was it? The sequences are `CopyRule`'s.
///
/// The letter has to be held over the gap behind it, against other letters that arrive in the same way. At a
/// gap of 45 an LSTM and a GRU of 16 units learn it in some ten epochs, a SimpleRNN stays at a guess. With
/// the whole gap from the beginning none of them learns it.
package struct CopyTask: LearningTask {
  /// The gaps at which an LSTM, a GRU and a SimpleRNN are held side by side.
  package static let gaps = [5, 20, 45]

  private let rule: CopyRule
  /// How many letters come after the first.
  package var gap: Int { rule.gap }

  package init(gap: Int = 20) { rule = CopyRule(gap: gap) }

  init(_ rule: CopyRule) { self.rule = rule }

  package var kind: TaskKind { .copy }
  package var drawn: DrawnTask? { .copy(rule) }
  package var timesteps: Int { rule.timesteps }
  package var features: [Feature] { rule.features }
  package var answer: TaskAnswer { .classes(CopyRule.letters) }
  package var suggestedLayers: [any RecurrentLayer] { [LSTM(name: "lstm", units: 16)] }
  package var suggestedTraining: SuggestedTraining {
    SuggestedTraining(epochs: 15, rate: 0.01, clipping: 1)
  }

  package func example(_ index: Int, of part: TaskPart, seed: UInt64) -> LabelledExample {
    rule.example(index, of: part, seed: seed)
  }

  package func symbol(_ row: ArraySlice<Float>) -> Character? { rule.symbol(row) }

  package var baselines: [Baseline] {
    [
      Baseline(.always), Baseline(.lastSymbol) { $0.symbol(at: $0.timesteps - 1) },
    ]
  }

  package func resized(to length: Int) -> CopyTask? {
    CopyRule.lengths.contains(length) ? CopyTask(gap: length) : nil
  }
}
