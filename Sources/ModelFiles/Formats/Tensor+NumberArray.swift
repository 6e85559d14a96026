import Documents
import Engine

extension Tensor {
  /// The numbers of a file, as they are.
  package init(_ array: NumberArray) { self.init(shape: array.shape, values: array.values) }
}

extension NumberArray {
  /// A tensor to write.
  package init(_ tensor: Tensor) { self.init(shape: tensor.shape, values: tensor.values) }
}
