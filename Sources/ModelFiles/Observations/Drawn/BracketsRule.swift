import Engine

/// Brackets among letters: does each one close one that was opened before it?
///
/// Half of the sequences are balanced, A()B with balanced A and B. A quarter are A)(B: as many brackets
/// close as open, but one closes what was never opened. A quarter are A()B with one bracket turned round.
package struct BracketsRule: DrawnRule {
  /// One pair each in A and B, and the one between them.
  private static let fewestPairs = 3
  private static let mostPairs = 8
  private static let symbols = ["(", ")", "a", "b"]
  package static let (opening, closing) = (0, 1)
  package static let lengths = 2 * fewestPairs...1000

  package let timesteps: Int

  package init(timesteps: Int) {
    precondition(timesteps >= 2 * Self.fewestPairs, "there is room for the brackets")
    self.timesteps = timesteps
  }

  package var features: [Feature] { Self.symbols.map { Feature(name: $0) } }

  package func draw(_ generator: inout SplitMix64, of part: TaskPart) -> LabelledExample {
    let most = min(Self.mostPairs, timesteps / 2)
    let pairs = Self.fewestPairs + generator.below(UInt64(most - Self.fewestPairs + 1))
    let kind = generator.below(4)
    let before = 1 + generator.below(UInt64(pairs - 2))
    let middle = kind == 0 ? [Self.closing, Self.opening] : [Self.opening, Self.closing]
    var brackets = Self.balanced(before, &generator) + middle
    brackets += Self.balanced(pairs - 1 - before, &generator)
    if kind == 1 {
      // Not the first and not the last: they say nothing.
      let place = 1 + generator.below(UInt64(2 * pairs - 2))
      brackets[place] = brackets[place] == Self.opening ? Self.closing : Self.opening
    }
    let places = generator.sample(brackets.count, of: timesteps)
    var symbols = (0..<timesteps).map { _ in 2 + generator.below(2) }
    for (place, bracket) in zip(places, brackets) { symbols[place] = bracket }
    return LabelledExample(
      Observation(oneHot: symbols, of: Self.symbols.count), isYes: kind >= 2)
  }

  /// Balanced brackets, each arrangement as likely as any other (Arnold and Sleep, "Uniform random
  /// generation of balanced parenthesis strings", 1980): with r brackets to come at depth d, one opens
  /// with the probability (d + 2)(r − d) / 2r(d + 1).
  static func balanced(_ pairs: Int, _ generator: inout SplitMix64) -> [Int] {
    var depth = 0
    return (0..<2 * pairs).map { place in
      let rest = 2 * pairs - place
      let opens = generator.below(UInt64(2 * rest * (depth + 1))) < (depth + 2) * (rest - depth)
      depth += opens ? 1 : -1
      return opens ? opening : closing
    }
  }

  package func symbol(_ row: ArraySlice<Float>) -> Character? { row.oneHot(among: "()ab") }

  package func facts(_ row: ArraySlice<Float>, at timestep: Int) -> TimestepFacts {
    TimestepFacts(symbol: symbol(row), of: row, at: timestep)
  }

  package func truth(of timesteps: [TimestepFacts]) -> DrawnTruth? {
    guard timesteps.allSatisfy({ $0.symbol.map { "()ab".contains($0) } == true }) else {
      return nil
    }
    var depth = 0
    var isBroken = false
    return DrawnTruth(
      truths: timesteps.map { timestep in
        depth += timestep.symbol == "(" ? 1 : timestep.symbol == ")" ? -1 : 0
        if depth < 0 { isBroken = true }
        return depth == 0 && !isBroken
      })
  }
}
