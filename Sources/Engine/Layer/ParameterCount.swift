/// How many numbers a layer learns, and how one gets there.
package struct ParameterCount: Hashable, Sendable {
  /// The count.
  package var total: Int
  /// The count as a sum of products, `4·((10 + 128)·128 + 128)`.
  package var derivation: String

  /// A count and how one gets there.
  package init(total: Int, derivation: String) {
    self.total = total
    self.derivation = derivation
  }
}
