import Engine

/// A layer that a step of a graph is.
struct ONNXLayer {
  /// The name of the step.
  let name: String
  /// The layer that it reads, by its place; nil for the input.
  let input: Int?
  var kind: Kind
  /// How many steps have become part of it beside its first.
  var parts = 0
  /// Whether another layer reads it, so that no further step can become part of it.
  var isRead = false

  enum Kind {
    case recurrent(ONNXRecurrent, backward: ONNXRecurrent?)
    /// `[inputs, outputs]`, a bias, and the curve behind them; nil as long as none has come.
    case linear(kernel: Tensor, bias: Tensor?, curve: Activation?)
    /// `[words, numbers]`
    case embedding(Tensor)
    /// With mean and variance, or with those of each row.
    case normalisation(weights: [String: Tensor], epsilon: Double, isBatch: Bool)
    case curve(Activation)
    case flatten
  }

  var isRecurrent: Bool { if case .recurrent = kind { true } else { false } }

  var isBidirectional: Bool { if case .recurrent(_, .some) = kind { true } else { false } }
}
