import Engine
import Insight
import Phrases

// A state's equation as it is written on screens and in sentences.
extension StateEquation {
  /// Its right side with each factor written in one way.
  func written(
    times: String = "·", plus: String = " + ", _ factor: (Factor) -> String
  ) -> String {
    Self.written(products, times: times, plus: plus, factor)
  }

  /// Some products of it.
  static func written(
    _ products: [[Factor]], times: String = "·", plus: String = " + ", _ factor: (Factor) -> String
  ) -> String {
    products.map { $0.map(factor).joined(separator: times) }.joined(separator: plus)
  }

  /// Whether a state of the same timestep goes through a curve in it.
  var hasCurve: Bool { products.contains { $0.contains { $0.isCurved } } }
}

extension StateEquation.Factor {
  var isCurved: Bool { if case .curved = self { true } else { false } }

  /// The factor in letters; `before` stands behind that of a state of the timestep before: `[11]`.
  func letters(
    before: String, curve: (Activation, String) -> String = { $0.words(of: $1) }
  ) -> String {
    let letter = String(name.letter)
    return switch self {
    case .now: letter
    case .rest: "(1 − \(letter))"
    case .before: letter + before
    case .curved(_, let activation): curve(activation, letter)
    }
  }

  /// Its number in a unit at a timestep, before a curve where it has one.
  func number(in trace: Trace, layer: Int, unit: Int, timestep: Int) -> Float {
    switch self {
    case .now(let name), .curved(let name, _):
      trace.value(name, layer: layer, unit: unit, timestep: timestep)
    case .rest(let name): 1 - trace.value(name, layer: layer, unit: unit, timestep: timestep)
    case .before(let name):
      trace.entering(name, layer: layer, unit: unit, timestep: timestep)
    }
  }
}

extension RecurrentLayer {
  /// The states that stay beside the hidden state.
  var otherStates: [QuantityName] { states.filter { $0 != .hiddenState } }

  /// The letters of its states: `h and c`.
  var stateLetters: String { QuantityPhrases.letters(states.map(\.letter)) }

  /// Those of the states that stay beside the hidden state: `c`; empty where there are none.
  var otherLetters: String { QuantityPhrases.letters(otherStates.map(\.letter)) }

  /// A quantity in one sentence that any layer has: `z is the update gate, 0 to 1: σ(x·K + h·R + b).`
  func sentence(of quantity: LayerQuantity) -> String {
    QuantityPhrases.sentence(
      quantity.letter, words: quantity.words, range: quantity.range,
      equation: equation(of: quantity))
  }
}
