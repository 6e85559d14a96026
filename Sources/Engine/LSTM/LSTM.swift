/// The settings of an LSTM layer, with Keras's names and defaults.
package struct LSTM: RecurrentLayer {
  package static let kind = "LSTM"
  package static let torchName = "LSTM"
  package static let words = "an LSTM"

  /// The layer's name, unique in its network.
  package var name: String
  /// The width of the layer: how many hidden and cell states it keeps.
  package var units: Int
  /// The curve of the cell candidate and of the cell state on its way out.
  package var activation: Activation
  /// The curve of the three gates.
  package var recurrentActivation: Activation
  /// Whether the four sums start from a bias or from zero.
  package var useBias: Bool
  /// Whether a fresh layer's forget gate starts with bias 1, so that it remembers at first.
  package var unitForgetBias: Bool
  /// Whether every timestep's hidden state leaves the layer, or the last one only.
  package var returnSequences: Bool
  /// Whether the last hidden and cell state leave beside the output.
  package var returnState: Bool
  /// Whether the layer reads the last timestep first. Its rows then stand in that order.
  package var goBackwards: Bool
  /// Whether a batch goes on from the states in which the one before it ended.
  package var stateful = false
  package var zerosWhereSkipped = false
  package var readsSkipped = false

  /// A layer with Keras's defaults where nothing else is said.
  package init(
    name: String, units: Int, activation: Activation = .tanh,
    recurrentActivation: Activation = .sigmoid, useBias: Bool = true,
    unitForgetBias: Bool = true, returnSequences: Bool = false, returnState: Bool = false,
    goBackwards: Bool = false
  ) {
    self.name = name
    self.units = units
    self.activation = activation
    self.recurrentActivation = recurrentActivation
    self.useBias = useBias
    self.unitForgetBias = unitForgetBias
    self.returnSequences = returnSequences
    self.returnState = returnState
    self.goBackwards = goBackwards
  }

  /// A layer with Keras's defaults.
  package init(name: String, units: Int) {
    self.init(name: name, units: units, activation: .tanh)
  }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<LSTM>] = [
    .curve("activation", \.activation, standard: .tanh),
    .curve("recurrent_activation", \.recurrentActivation, standard: .sigmoid),
    .flag("use_bias", \.useBias, standard: true),
    .flag("unit_forget_bias", \.unitForgetBias, standard: true),
    .flag("return_sequences", \.returnSequences, standard: false),
    .flag("return_state", \.returnState, standard: false),
    .flag("go_backwards", \.goBackwards, standard: false),
    .flag("stateful", \.stateful, standard: false),
  ]
}
