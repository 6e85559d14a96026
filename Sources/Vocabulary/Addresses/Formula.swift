/// Arithmetic over a network's numbers, as sentences, questions and checks of a lesson write it:
/// `lstm2.forget_gate[15, 29] * lstm2.cell_state[14, 29]`, `(timesteps, lstm1.units)`,
/// `max(lstm1.hidden_state[15, *])`.
///
/// It is only its parts, as a `Quantity` is: the tutor, which has a network, says what it comes to.
package indirect enum Formula: Hashable, Sendable {
  /// A number, and how many digits behind its point were written.
  case number(Double, digits: Int)
  /// A name that stands for a number, a shape, a word or a truth: `timesteps`, `lstm1.units`.
  case name(String)
  /// An address; see `Quantity`.
  case quantity(Quantity)
  case negative(Formula)
  case combined(Formula, Operation, Formula)
  /// A function of each number of its arguments, or of all of them together.
  case call(Function, [Formula])
  /// A shape, written as Python writes it: `(64)`, `(50, 128)`.
  case tuple([Formula])

  package enum Operation: String, CaseIterable, Hashable, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case over = "/"

    /// What it makes of two numbers.
    package func of(_ one: Double, _ other: Double) -> Double {
      switch self {
      case .plus: one + other
      case .minus: one - other
      case .times: one * other
      case .over: one / other
      }
    }
  }

  package enum Function: String, CaseIterable, Hashable, Sendable {
    case sigmoid, tanh, exp, abs, max, min, sum, mean
    /// How many of the numbers are below 0.
    case negatives
  }
}

/// A comparison of two formulas: `lstm2.cell_state[15, 58] = 0.429`, `t > 4`.
package struct Condition: Hashable, Sendable {
  package var left: Formula
  package var relation: Relation
  package var right: Formula
  /// How far two equal numbers may lie apart; nil is half a unit of the last digit written.
  package var tolerance: Double?
  /// As it was written.
  package var text: String

  package enum Relation: String, CaseIterable, Hashable, Sendable {
    case equal = "="
    case unequal = "!="
    case below = "<"
    case above = ">"
  }
}

extension Formula {
  /// The addresses that stand in it.
  package var quantities: [Quantity] {
    switch self {
    case .number, .name: []
    case .quantity(let quantity): [quantity]
    case .negative(let part): part.quantities
    case .combined(let left, _, let right): left.quantities + right.quantities
    case .call(_, let parts), .tuple(let parts): parts.flatMap(\.quantities)
    }
  }

  /// How many digits behind the point its numbers were written with, the most of them.
  package var digits: Int? {
    switch self {
    case .number(_, let digits): digits
    case .negative(let part): part.digits
    case .name, .quantity, .combined, .call, .tuple: nil
    }
  }
}
