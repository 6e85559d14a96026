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

  init(_ name: String, _ value: Value, standard: Value) {
    self.name = name
    self.value = value
    self.standard = standard
  }
}
