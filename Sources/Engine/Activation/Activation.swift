/// The curve that a layer puts its sums through, under the name Keras gives it.
package enum Activation: String, CaseIterable, Hashable, Sendable {
  /// The hyperbolic tangent, −1 to 1.
  case tanh
  /// 1 / (1 + e⁻ˣ), 0 to 1.
  case sigmoid
  /// max(x, 0).
  case relu
  /// x itself.
  case linear
  /// clip(x / 6 + 0.5, 0, 1), as Keras 3 has it.
  case hardSigmoid = "hard_sigmoid"
  /// x / (1 + |x|), −1 to 1.
  case softsign
  /// eˣ over the sum of eˣ along the last axis; for Dense only.
  case softmax
}
