/// The settings of a GRU layer, with Keras's names and defaults.
package struct GRU: RecurrentLayer {
  package static let kind = "GRU"
  package static let torchName = "GRU"
  package static let words = "a GRU"

  /// The layer's name, unique in its network.
  package var name: String
  /// The width of the layer: how many hidden states it keeps.
  package var units: Int
  /// The curve of the candidate.
  package var activation: Activation
  /// The curve of the two gates.
  package var recurrentActivation: Activation
  /// Whether the three sums start from biases or from zero.
  package var useBias: Bool
  /// Whether the reset gate scales what the recurrent kernel makes of the hidden state, with a bias
  /// of its own, or the hidden state before that.
  package var resetAfter: Bool
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
    name: String, units: Int, activation: Activation = .tanh,
    recurrentActivation: Activation = .sigmoid, useBias: Bool = true, resetAfter: Bool = true,
    returnSequences: Bool = false, returnState: Bool = false, goBackwards: Bool = false
  ) {
    self.name = name
    self.units = units
    self.activation = activation
    self.recurrentActivation = recurrentActivation
    self.useBias = useBias
    self.resetAfter = resetAfter
    self.returnSequences = returnSequences
    self.returnState = returnState
    self.goBackwards = goBackwards
  }

  /// A layer with Keras's defaults.
  package init(name: String, units: Int) {
    self.init(name: name, units: units, activation: .tanh)
  }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<GRU>] = [
    .curve("activation", \.activation, standard: .tanh),
    .curve("recurrent_activation", \.recurrentActivation, standard: .sigmoid),
    .flag("use_bias", \.useBias, standard: true),
    .flag("reset_after", \.resetAfter, standard: true),
    .flag("return_sequences", \.returnSequences, standard: false),
    .flag("return_state", \.returnState, standard: false),
    .flag("go_backwards", \.goBackwards, standard: false),
    .flag("stateful", \.stateful, standard: false),
  ]
}
