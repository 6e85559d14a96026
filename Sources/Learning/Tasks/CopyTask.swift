import Engine
import ModelFiles

/// One of four letters comes first, then x and y at random: which letter was it?
///
/// The letter has to be held over the whole gap, and nothing in the gap tells it.
package struct CopyTask: LearningTask {
  /// The gaps at which an LSTM, a GRU and a SimpleRNN are held side by side.
  package static let gaps = [5, 20, 45]
  private static let letters = ["A", "B", "C", "D"]
  private static let symbols = letters + ["x", "y"]

  /// How many symbols come after the letter.
  package let gap: Int

  package init(gap: Int = 20) { self.gap = gap }

  package var kind: TaskKind { .copy }
  package var timesteps: Int { gap + 1 }
  package var features: [Feature] { Self.symbols.map { Feature(name: $0) } }
  package var answer: TaskAnswer { .classes(Self.letters) }
  package var suggestedLayers: [any RecurrentLayer] { [LSTM(name: "lstm", units: 8)] }

  package func example(_ index: Int, of part: TaskPart, seed: UInt64) -> LabelledExample {
    var generator = SplitMix64(seed: seed, stream: part.stream(index))
    let letter = generator.below(4)
    let others = (0..<gap).map { _ in 4 + generator.below(2) }
    return LabelledExample(
      Observation(oneHot: [letter] + others, of: Self.symbols.count),
      target: (0..<4).map { $0 == letter ? 1 : 0 })
  }

  package func symbol(_ row: ArraySlice<Float>) -> Character? { row.oneHot(among: "ABCDxy") }

  package var baselines: [Baseline] {
    [
      Baseline(.always), Baseline(.lastSymbol) { $0.symbol(at: $0.timesteps - 1) },
    ]
  }

  package func resized(to length: Int) -> CopyTask? {
    (0..<Self.mostTimesteps).contains(length) ? CopyTask(gap: length) : nil
  }
}
