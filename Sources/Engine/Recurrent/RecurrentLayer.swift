/// The settings of a layer that reads timesteps one after another and keeps a state, and what such a
/// layer has, as data.
///
/// Screens, ledger, commands, formulas and files iterate over `quantities` and `stateEquations`; none
/// of them knows a kind of layer. How it computes is `RecurrentCell`.
package protocol RecurrentLayer: LayerSettings {
  /// The kind in a sentence: `an LSTM`.
  static var words: String { get }
  /// PyTorch's class in `torch.nn`; of a kind that it lacks, `TorchCode.lacking` has to say so.
  static var torchName: String { get }
  /// What is carried from one timestep to the next, in Keras's order; the first is what leaves.
  static var states: [QuantityName] { get }
  /// What the gradients of these states are called, in the same order.
  static var gradientNames: [QuantityName] { get }

  /// Whether the sums start from a bias or from zero.
  var useBias: Bool { get }
  /// Whether every timestep's hidden state leaves the layer, or the last one only.
  var returnSequences: Bool { get set }
  /// Whether the last states leave beside the output.
  var returnState: Bool { get set }
  /// Whether the layer reads the last timestep first. Its rows then stand in that order.
  var goBackwards: Bool { get set }
  /// How many numbers leave the layer at a time: the hidden states that it keeps.
  var units: Int { get set }
  /// Whether zeros leave where a timestep is skipped, as within a Bidirectional, instead of what left
  /// before it.
  var zerosWhereSkipped: Bool { get set }
  /// Whether timesteps that are to be skipped are read all the same and only what follows skips them, as
  /// Keras 3 has it where another layer hands over the initial states.
  var readsSkipped: Bool { get set }
  /// Whether a batch goes on from the states in which the one before it ended.
  var stateful: Bool { get set }

  /// A layer of so many units with Keras's defaults.
  init(name: String, units: Int)

  /// What the layer works out for each unit and timestep, in the order in which it is shown.
  var quantities: [LayerQuantity] { get }
  /// How its states come from its gates; none for a state that is itself the curve of a sum.
  var stateEquations: [StateEquation] { get }
  /// How many numbers a weighted sum has for bias in a unit, 1 or, where the recurrent part has its
  /// own, 2.
  var biasesOfSum: Int { get }
}

extension RecurrentLayer {
  package static var gradientNames: [QuantityName] { [.hiddenGradient] }
  package var recurrent: (any RecurrentLayer)? { self }
  package var biasesOfSum: Int { 1 }
  package init(name: String) { self.init(name: name, units: 1) }
  package static var widthSetting: WidthSetting<Self>? { WidthSetting("units", \.units) }
  // It is asked for every row that is drawn, and a key path takes long.
  package var width: Int? {
    get { units }
    set { if let newValue { units = newValue } }
  }

  /// The states, as the type has them.
  package var states: [QuantityName] { Self.states }

  /// The state that keeps what was read longest: c of an LSTM, h where there is no other.
  package var remembered: QuantityName { Self.states.last ?? .hiddenState }

  /// What the layer says of one of its quantities; nil where it has none of that name.
  package func quantity(_ name: QuantityName) -> LayerQuantity? {
    quantities.first { $0.name == name } ?? gradients.first { $0.name == name }
  }

  /// The quantities that are the curve of a weighted sum, in the order of the weights' columns.
  package var sums: [LayerQuantity] {
    quantities.filter { $0.sum != nil }.sorted { ($0.sum?.block ?? 0) < ($1.sum?.block ?? 0) }
  }

  /// The states in the order in which they are shown.
  package var shownStates: [LayerQuantity] { quantities.filter { $0.role == .state } }

  /// Whether the layer remembers c beside the h that it shows.
  package var hasCell: Bool { states.contains(.cellState) }

  /// The gate that says how much of what was remembered stays: f of an LSTM; the first of the sums where
  /// no gate does.
  package var keeping: QuantityName {
    let products = stateEquations.first { $0.state == remembered }?.products ?? []
    let kept = products.first { $0.contains(.before(remembered)) }
    return kept?.lazy.compactMap(\.gate).first ?? sums.first?.name ?? remembered
  }

  /// The gates and candidates, which can be held at a value.
  package var gates: [LayerQuantity] { quantities.filter { $0.role != .state } }

  /// How a quantity is made, in letters: `σ(x·K + h·R + b)`, `f·c[t−1] + i·g`.
  package func equation(of quantity: LayerQuantity) -> String {
    if let sum = quantity.sum { return sum.activation.words(of: text(of: sum)) }
    return stateEquations.first { $0.state == quantity.name }?.text ?? ""
  }

  /// A weighted sum in letters, of what is read and the hidden state before by the names they have:
  /// `x·K + h·R + b`, and where a gate resets `x·K + r·(h·R + b′) + b`.
  package func text(
    of sum: LayerQuantity.WeightedSum, input: String = "x", hidden: String = "h"
  ) -> String {
    let states =
      switch sum.reset {
      case .before(let gate): "(\(gate.letter)·\(hidden))·R"
      case .after(let gate): "\(gate.letter)·(\(hidden)·R\(useBias ? " + b′" : ""))"
      case nil: "\(hidden)·R"
      }
    let isSecondOutside = biasesOfSum == 2 && sum.reset == nil
    let biases = !useBias ? "" : isSecondOutside ? " + b + b′" : " + b"
    return "\(input)·K + \(states)\(biases)"
  }
}
