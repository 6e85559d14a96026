import Engine
import ModelFiles

/// Letters, one of which is marked: which one was it?
///
/// The letter has to be held over the gap behind it, against other letters that arrive in the same way. In
/// training it stands anywhere, so that short gaps are learnt first and hold the longer ones; in the test it
/// comes first, and the gap is the whole one. At a gap of 45 an LSTM and a GRU of 16 units learn it in some
/// ten epochs, a SimpleRNN stays at a guess. With the whole gap from the beginning none of them learns it.
package struct CopyTask: LearningTask {
  /// The gaps at which an LSTM, a GRU and a SimpleRNN are held side by side.
  package static let gaps = [5, 20, 45]
  private static let letters = ["A", "B", "C", "D"]
  private static let mark = "mark"

  /// How many letters come after the first.
  package let gap: Int

  package init(gap: Int = 20) { self.gap = gap }

  package var kind: TaskKind { .copy }
  package var timesteps: Int { gap + 1 }
  package var features: [Feature] { (Self.letters + [Self.mark]).map { Feature(name: $0) } }
  package var answer: TaskAnswer { .classes(Self.letters) }
  package var suggestedLayers: [any RecurrentLayer] { [LSTM(name: "lstm", units: 16)] }
  package var suggestedTraining: SuggestedTraining {
    SuggestedTraining(epochs: 15, rate: 0.01, clipping: 1)
  }

  package func example(_ index: Int, of part: TaskPart, seed: UInt64) -> LabelledExample {
    var generator = SplitMix64(seed: seed, stream: part.stream(index))
    let width = Self.letters.count + 1
    let marked = part == .training ? generator.below(UInt64(timesteps)) : 0
    let letters = (0..<timesteps).map { _ in generator.below(UInt64(Self.letters.count)) }
    var values = [Float](repeating: 0, count: timesteps * width)
    for (timestep, letter) in letters.enumerated() { values[timestep * width + letter] = 1 }
    values[marked * width + width - 1] = 1
    return LabelledExample(
      Observation(timesteps: timesteps, features: width, values: values),
      target: Self.letters.indices.map { $0 == letters[marked] ? 1 : 0 })
  }

  /// A marked letter is a capital, the others are small.
  package func symbol(_ row: ArraySlice<Float>) -> Character? {
    row.dropLast().oneHot(among: row.last == 1 ? "ABCD" : "abcd")
  }

  package var baselines: [Baseline] {
    [
      Baseline(.always), Baseline(.lastSymbol) { $0.symbol(at: $0.timesteps - 1) },
    ]
  }

  package func resized(to length: Int) -> CopyTask? {
    (0..<Self.mostTimesteps).contains(length) ? CopyTask(gap: length) : nil
  }
}
