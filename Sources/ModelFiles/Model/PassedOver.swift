import Documents

/// What stands in a file of a model and is passed over, or does not stand there and is assumed.
package struct PassedOver: Hashable, Sendable {
  package let file: String
  package let content: Content

  package enum Content: Hashable, Sendable {
    /// Tensors of types that hold no weights, by their names.
    case tensors([Tensor])
    /// Columns of an index, or without numbers.
    case columns([ColumnName])
    /// Names of Python's that the file would have imported.
    case names([String])
    /// What weights alone do not say.
    case assumed([TorchAssumption])
    /// Settings that only Keras's training looks at.
    case training([Settings])
  }

  /// Settings of a layer, by their names.
  package struct Settings: Hashable, Sendable {
    package let layer: String
    package let names: [String]
  }

  package struct Tensor: Hashable, Sendable {
    package let name: String
    package let type: String
  }
}
