/// What wrote the file that a network comes from: its user counts and speaks as it does.
package enum Framework: Hashable, Sendable {
  /// Keras, and what is written in our own form.
  case keras
  case torch
  case onnx
}
