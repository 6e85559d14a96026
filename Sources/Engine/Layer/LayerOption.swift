/// One setting of a layer as Keras writes it: `recurrent_activation="sigmoid"`.
package struct LayerOption: Hashable, Sendable {
  /// What a setting can be.
  package enum Value: Hashable, Sendable {
    case truth(Bool)
    case activation(Activation)
    case integer(Int)
    /// Nil where a setting is left open: Keras's `None`.
    case number(Double?)
    case integers([Int])
    /// One of some words.
    case word(String)
  }

  /// Keras's name.
  package let name: String
  /// What it is.
  package let value: Value
  /// What it is where nothing is said.
  package let standard: Value
  /// What a word can be; empty for any other setting.
  package let words: [String]
  /// Whether a layer cannot be without it.
  package let isRequired: Bool
}
