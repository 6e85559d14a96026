/// The settings of a SimpleRNN layer, with Keras's names and defaults.
package struct SimpleRNN: RecurrentLayer {
  package static let kind = "SimpleRNN"
  package static let torchName = "RNN"
  package static let words = "a SimpleRNN"

  /// The layer's name, unique in its network.
  package var name: String
  /// The width of the layer: how many hidden states it keeps.
  package var units: Int
  /// The curve of the hidden state.
  package var activation: Activation
  /// Whether the sum starts from a bias or from zero.
  package var useBias: Bool
  /// Whether every timestep's hidden state leaves the layer, or the last one only.
  package var returnSequences: Bool
  /// Whether the last hidden state leaves beside the output.
  package var returnState: Bool
  /// Whether the layer reads the last timestep first. Its rows then stand in that order.
  package var goBackwards: Bool
  /// Whether a batch goes on from the states in which the one before it ended.
  package var stateful = false
  package var zerosWhereSkipped = false
  package var readsSkipped = false

  /// A layer with Keras's defaults where nothing else is said.
  package init(
    name: String, units: Int, activation: Activation = .tanh, useBias: Bool = true,
    returnSequences: Bool = false, returnState: Bool = false, goBackwards: Bool = false
  ) {
    self.name = name
    self.units = units
    self.activation = activation
    self.useBias = useBias
    self.returnSequences = returnSequences
    self.returnState = returnState
    self.goBackwards = goBackwards
  }

  /// A layer with Keras's defaults.
  package init(name: String, units: Int) {
    self.init(name: name, units: units, activation: .tanh)
  }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<SimpleRNN>] = [
    .curve("activation", \.activation, standard: .tanh),
    .flag("use_bias", \.useBias, standard: true),
    .flag("return_sequences", \.returnSequences, standard: false),
    .flag("return_state", \.returnState, standard: false),
    .flag("go_backwards", \.goBackwards, standard: false),
    .flag("stateful", \.stateful, standard: false),
  ]

  /// h, which is all that it carries, itself the curve of a sum.
  package static let states: [QuantityName] = [.hiddenState]

  /// What the layer works out: h = φ(x·K + h₋·R + b).
  package var quantities: [LayerQuantity] {
    [
      LayerQuantity(
        .hiddenState, "hidden state", "h", .state, series: 5, block: 0, activation: activation)
    ]
  }

  package var stateEquations: [StateEquation] { [] }
}
