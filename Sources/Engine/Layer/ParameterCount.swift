/// How many numbers a layer has for weights, and how one gets there.
package struct ParameterCount: Hashable, Sendable {
  /// The count.
  package var total: Int
  /// The count as a sum of products, `4·((10 + 128)·128 + 128)`.
  package var derivation: String
  /// How many of them training leaves alone, such as the moving averages of BatchNormalization.
  package var fixed: Int

  /// A count and how one gets there.
  package init(total: Int, derivation: String, fixed: Int = 0) {
    self.total = total
    self.derivation = derivation
    self.fixed = fixed
  }
}
