import Engine

/// Letters, one of which is marked: which one was it?
///
/// In training it stands anywhere, so that short gaps are learnt first and hold the longer ones; in the test
/// it comes first, and the gap is the whole one.
package struct CopyRule: DrawnRule {
  package static let letters = ["A", "B", "C", "D"]
  private static let mark = "mark"
  package static let lengths = 0...999

  /// How many letters come after the first.
  package let gap: Int

  package init(gap: Int) { self.gap = gap }

  package var timesteps: Int { gap + 1 }
  package var features: [Feature] { (Self.letters + [Self.mark]).map { Feature(name: $0) } }

  package func draw(_ generator: inout SplitMix64, of part: TaskPart) -> LabelledExample {
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

  package func facts(_ row: ArraySlice<Float>, at timestep: Int) -> TimestepFacts {
    TimestepFacts(symbol: symbol(row), of: row, at: timestep)
  }

  package func truth(of timesteps: [TimestepFacts]) -> DrawnTruth? {
    let symbols = timesteps.map { $0.symbol ?? "?" }
    guard symbols.allSatisfy({ "ABCDabcd".contains($0) }),
      case let marked = symbols.filter(\.isUppercase), marked.count == 1,
      let index = Self.letters.firstIndex(of: String(marked[0]))
    else { return nil }
    return DrawnTruth(choice: ObservationFacts.Choice(names: Self.letters, index: index))
  }
}
