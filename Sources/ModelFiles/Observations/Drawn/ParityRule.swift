import Engine

/// Zeros and ones, evenly drawn: is the number of ones odd?
package struct ParityRule: DrawnRule {
  package static let lengths = 1...1000

  package let timesteps: Int
  /// Whether it is asked after each timestep, or after the last one alone.
  package let answersEachTimestep: Bool

  package init(timesteps: Int, answersEachTimestep: Bool) {
    self.timesteps = timesteps
    self.answersEachTimestep = answersEachTimestep
  }

  package var features: [Feature] { [Feature(name: "bit")] }

  package func draw(_ generator: inout SplitMix64, of part: TaskPart) -> LabelledExample {
    let bits = (0..<timesteps).map { _ in generator.below(2) }
    var odd = 0
    let odds = bits.map { bit in
      odd ^= bit
      return Float(odd)
    }
    return LabelledExample(
      Observation(timesteps: timesteps, features: 1, values: bits.map(Float.init)),
      target: answersEachTimestep ? odds : odds.suffix(1))
  }

  package func symbol(_ row: ArraySlice<Float>) -> Character? { row.first == 1 ? "1" : "0" }

  package func facts(_ row: ArraySlice<Float>, at timestep: Int) -> TimestepFacts {
    let bit = row.first == 1 ? 1 : 0
    return TimestepFacts(
      mark: .number(bit), symbol: symbol(row), readings: [Reading(.number("\(bit)"))])
  }

  package func truth(of timesteps: [TimestepFacts]) -> DrawnTruth? {
    guard timesteps.allSatisfy({ $0.symbol == "0" || $0.symbol == "1" }) else { return nil }
    var isOdd = false
    return DrawnTruth(
      truths: timesteps.map { timestep in
        if timestep.symbol == "1" { isOdd.toggle() }
        return isOdd
      }, isAskedEachTimestep: answersEachTimestep)
  }
}
