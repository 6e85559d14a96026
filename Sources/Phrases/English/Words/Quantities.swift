import Wording

/// What is said of a layer's quantities on every screen.
package enum QuantityPhrases {
  /// The letters of states: `h and c`; nothing where there are none.
  package static func letters(_ states: [Character]) -> String {
    conjoined(states.map { "\($0)" })
  }

  /// The states before the first timestep: `h[-1] and c[-1]`.
  static func beforeTheFirst(_ states: [Character], _ suffix: String = "") -> String {
    conjoined(states.map { "\($0)[-1]\(suffix)" })
  }

  /// The same, all with one number: `h[-1] = c[-1] = 0`.
  static func zerosBeforeTheFirst(_ states: [Character]) -> String {
    states.map { "\($0)[-1]" }.joined(separator: " = ") + " = 0"
  }

  /// A quantity in one sentence that any layer has: `z is the update gate, 0 to 1: σ(x·K + h·R + b).`
  package static func sentence(
    _ letter: Character, words: String, range: ClosedRange<Float>?, equation: String
  ) -> String {
    let bounds = range.map {
      ", \(decimal($0.lowerBound, digits: 0)) to \(decimal($0.upperBound, digits: 0))"
    }
    return "\(letter) is the \(words)\(bounds ?? ""): \(equation)."
  }
}
