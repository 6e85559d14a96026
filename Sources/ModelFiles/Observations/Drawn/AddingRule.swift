import Engine

/// Numbers from 0 to 1, two of which are marked: what is their sum?
///
/// The adding problem of Hochreiter and Schmidhuber ("Long short-term memory", 1997, experiment 4), as
/// it is posed today: numbers evenly from 0 to 1, one mark in each half, and the sum itself. Always
/// answering 1 has a mean squared error of 1/6; knowing the second number alone, of 1/12.
package struct AddingRule: DrawnRule {
  package static let lengths = 2...1000

  package let timesteps: Int

  package init(timesteps: Int) {
    precondition(timesteps >= 2, "each half has a marked number")
    self.timesteps = timesteps
  }

  package var features: [Feature] { [Feature(name: "number"), Feature(name: "mark")] }

  package func draw(_ generator: inout SplitMix64, of part: TaskPart) -> LabelledExample {
    let half = timesteps / 2
    let marked = [
      generator.below(UInt64(half)), half + generator.below(UInt64(timesteps - half)),
    ]
    // Multiples of 2⁻²⁴, which a Float holds exactly, and below 1.
    let numbers = (0..<timesteps).map { _ in Float(generator.below(1 << 24)) * 0x1p-24 }
    let values: [Float] = numbers.indices.flatMap { timestep -> [Float] in
      [numbers[timestep], marked.contains(timestep) ? 1 : 0]
    }
    return LabelledExample(
      Observation(timesteps: timesteps, features: 2, values: values),
      target: [numbers[marked[0]] + numbers[marked[1]]])
  }

  package func symbol(_ row: ArraySlice<Float>) -> Character? { row.last == 1 ? "+" : "·" }

  /// Without a symbol: it is the number that counts.
  package func facts(_ row: ArraySlice<Float>, at timestep: Int) -> TimestepFacts {
    TimestepFacts(
      mark: .number(timestep),
      readings: [
        Reading(.number("\(row.first ?? 0)")), Reading(.truth(row.last == 1)),
      ])
  }

  package func truth(of timesteps: [TimestepFacts]) -> DrawnTruth? { nil }

  package func truth(of example: LabelledExample) -> DrawnTruth? {
    DrawnTruth(
      value: ObservationFacts.Truth(
        name: "sum", value: example.target[0], measured: nil, isYes: nil))
  }
}
