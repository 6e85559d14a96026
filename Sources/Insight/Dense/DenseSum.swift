import Engine

/// The weighted sum of one unit of a Dense layer, as terms that can be taken one after another.
///
///     z = b + x₀·k₀ + x₁·k₁ + …
package struct DenseSum: Sendable {
  /// A term for each number that is read.
  package let terms: [Ledger.Term]
  /// Nil for a layer without bias.
  package let bias: Double?
  /// What the terms and the bias come to.
  package let total: Double
  /// The places of the terms, the largest first; those that add nothing stand last, in their order.
  package let order: [Int]
  /// How many add nothing.
  package let zeros: Int

  init(terms: [Ledger.Term], bias: Double?) {
    self.terms = terms
    self.bias = bias
    var total = 0.0
    for term in terms where term.value != 0 { total += term.product }
    self.total = total + (bias ?? 0)
    let sizes = terms.map { term -> Double in
      let size = term.product.magnitude
      return size.isNaN ? .infinity : size
    }
    order = terms.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    zeros = sizes.count { $0 == 0 }
  }
}
