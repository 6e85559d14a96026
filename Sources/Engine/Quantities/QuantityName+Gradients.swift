extension QuantityName {
  /// ∂h, the gradient with regard to the hidden state.
  package static let hiddenGradient = QuantityName("hidden_gradient")
  /// ∂c, the gradient with regard to the cell state.
  package static let cellGradient = QuantityName("cell_gradient")

  /// The state that it is the gradient of; nil for any other quantity.
  package var gradientState: QuantityName? { role?.differentiated }

  /// Whether it is the gradient of a state.
  package var isGradient: Bool { gradientState != nil }

  /// What stands for it in a row's label: its letter, ∂ before that of a state.
  package var symbol: String { (isGradient ? "∂" : "") + String(letter) }
}

extension RecurrentLayer {
  /// The gradients of its states, in the order in which it names them.
  package var gradients: [LayerQuantity] {
    zip(Self.gradientNames, Self.states).map { LayerQuantity(gradient: $0, of: $1) }
  }

  /// The gradient of the state that keeps what was read longest.
  package var gradientOfRemembered: QuantityName { Self.gradientNames[states.count - 1] }
}
