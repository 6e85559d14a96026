/// One setting of a layer as Keras writes it: `recurrent_activation="sigmoid"`.
package struct LayerOption: Hashable, Sendable {
  /// What a setting can be.
  package enum Value: Hashable, Sendable {
    case truth(Bool)
    case activation(Activation)
  }

  /// Keras's name.
  package let name: String
  /// What it is.
  package let value: Value
  /// What it is where nothing is said.
  package let standard: Value

  /// A flag.
  package init(_ name: String, _ value: Bool, standard: Bool) {
    self.name = name
    self.value = .truth(value)
    self.standard = .truth(standard)
  }

  /// A curve.
  package init(_ name: String, _ value: Activation, standard: Activation) {
    self.name = name
    self.value = .activation(value)
    self.standard = .activation(standard)
  }
}
