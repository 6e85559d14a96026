/// The one name of a quantity, the word that stands for it in an address: `forget_gate`.
///
///     lstm1.forget_gate[12, 5]
///
/// The names are open: each kind of layer declares its own beside its settings, and what every
/// network has is declared here. Commands, formulas, files and screens all use this one type.
package struct QuantityName: RawRepresentable, Hashable, Sendable {
  /// The word in an address.
  package let rawValue: String

  /// The name that a word is, whether or not any layer has such a quantity.
  package init(rawValue: String) { self.rawValue = rawValue }
}

extension QuantityName {
  /// h, what a recurrent layer shows.
  package static let hiddenState = QuantityName(rawValue: "hidden_state")
  /// What a layer reads.
  package static let input = QuantityName(rawValue: "input")
  /// What leaves a layer.
  package static let output = QuantityName(rawValue: "output")
  /// The shape of what leaves a layer.
  package static let shape = QuantityName(rawValue: "output.shape")
  /// The weights of what a layer reads.
  package static let kernel = QuantityName(rawValue: "kernel")
  /// The weights of a layer's own hidden state.
  package static let recurrentKernel = QuantityName(rawValue: "recurrent_kernel")
  /// What a layer's sums start from.
  package static let bias = QuantityName(rawValue: "bias")
  /// The numbers that enter the network.
  package static let x = QuantityName(rawValue: "x")
}
