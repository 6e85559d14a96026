/// What a recurrent layer works out for each unit at each timestep, as data: a gate, a candidate or a
/// state.
package struct LayerQuantity: Hashable, Sendable {
  /// What a quantity is for.
  package enum Role: Hashable, Sendable {
    /// A share that lets another number through.
    case gate
    /// What could be written into a state.
    case candidate
    /// What is carried to the next timestep.
    case state
    /// How much a loss hangs on a state.
    case gradient(of: QuantityName)

    /// The state of which it is the gradient; nil for any other.
    package var differentiated: QuantityName? {
      if case .gradient(let state) = self { state } else { nil }
    }
  }

  /// A weighted sum of what is read and of the hidden state before: x·K + h·R + b.
  package struct WeightedSum: Hashable, Sendable {
    /// Its place among the blocks of `units` columns that the layer's weights have.
    package let block: Int
    /// The curve it goes through.
    package let activation: Activation
    /// The gate that scales what comes of the hidden state, and where; nil where none does.
    package let reset: Reset?
  }

  /// How a gate r scales the part of a sum that comes of the hidden state before.
  package enum Reset: Hashable, Sendable {
    /// Each unit by its own r before the product: (r⊙h)·R.
    case before(QuantityName)
    /// What the product comes to, with its bias: r⊙(h·R + b′).
    case after(QuantityName)

    /// The gate.
    package var gate: QuantityName {
      switch self {
      case .before(let gate), .after(let gate): gate
      }
    }
  }

  /// The word in an address.
  package let name: QuantityName
  /// The full name, as it stands in a row's label.
  package let words: String
  /// One word of it for a narrow column: `forget`, `cell`.
  package let short: String
  /// The letter in the equations.
  package let letter: Character
  /// What it is for.
  package let role: Role
  /// The place in the series of colours, from 0.
  package let series: Int
  /// What bounds it whatever the numbers; nil where nothing does.
  package let range: ClosedRange<Float>?
  /// The sum it comes from; nil for a state that is made of other quantities.
  package let sum: WeightedSum?

  /// The curve of a weighted sum, in the range of that curve; `short` is the first of its words where
  /// nothing else is said.
  package init(
    _ name: QuantityName, _ words: String, short: String? = nil, _ letter: Character, _ role: Role,
    series: Int, block: Int, activation: Activation, reset: Reset? = nil
  ) {
    self.name = name
    self.words = words
    self.short = short ?? Self.firstWord(of: words)
    self.letter = letter
    self.role = role
    self.series = series
    range = activation.range
    sum = WeightedSum(block: block, activation: activation, reset: reset)
  }

  /// A state that a `StateEquation` makes of other quantities.
  package init(
    state name: QuantityName, _ words: String, _ letter: Character, series: Int,
    range: ClosedRange<Float>?
  ) {
    self.name = name
    self.words = words
    short = Self.firstWord(of: words)
    self.letter = letter
    role = .state
    self.series = series
    self.range = range
    sum = nil
  }

  /// The gradient of a state. Its letter and its place in the series are those of the state.
  init(gradient name: QuantityName, of state: QuantityName) {
    self.name = name
    words = "gradient of \(state.letter)"
    short = "gradient"
    letter = state.letter
    role = .gradient(of: state)
    series = state.series
    range = nil
    sum = nil
  }

  private static func firstWord(of words: String) -> String {
    String(words.prefix { $0 != " " })
  }
}
