import Documents

/// What stands in a file of a model and is passed over.
package struct PassedOver: Hashable, Sendable {
  package let file: String
  package let content: Content

  package enum Content: Hashable, Sendable {
    /// Tensors of types that hold no weights, by their names.
    case tensors([Tensor])
    /// Columns of an index, or without numbers.
    case columns([ColumnName])
  }

  package struct Tensor: Hashable, Sendable {
    package let name: String
    package let type: String
  }
}
