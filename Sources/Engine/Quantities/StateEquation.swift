/// How a state comes from gates and from states before, as data: a sum of products.
///
///     c = f·c[t−1] + i·g      h = o·tanh(c)      h = z·h[t−1] + (1 − z)·g
package struct StateEquation: Hashable, Sendable {
  /// One factor of a product.
  package enum Factor: Hashable, Sendable {
    /// A quantity of the same timestep.
    case now(QuantityName)
    /// What a gate of the same timestep leaves of one: 1 − z.
    case rest(QuantityName)
    /// A state of the timestep before.
    case before(QuantityName)
    /// A state of the same timestep behind a curve.
    case curved(QuantityName, Activation)
  }

  /// The state that is made.
  package let state: QuantityName
  /// The products that are added, each of one or more factors.
  package let products: [[Factor]]

  /// An equation for a state.
  package init(_ state: QuantityName, _ products: [[Factor]]) {
    self.state = state
    self.products = products
  }

  /// The right side with the letters of its quantities: `f·c[t−1] + i·g`.
  package var text: String {
    products.map { product in
      product.map { factor in
        switch factor {
        case .now(let name): String(name.letter)
        case .rest(let name): "(1 − \(name.letter))"
        case .before(let name): "\(name.letter)[t−1]"
        case .curved(let name, let activation): activation.words(of: String(name.letter))
        }
      }.joined(separator: "·")
    }.joined(separator: " + ")
  }
}

extension StateEquation.Factor {
  /// The quantity of which it is made.
  package var name: QuantityName {
    switch self {
    case .now(let name), .rest(let name), .before(let name), .curved(let name, _): name
    }
  }

  /// The gate that it is, or of which it is the rest; nil for a state.
  package var gate: QuantityName? {
    switch self {
    case .now(let name), .rest(let name): name
    case .before, .curved: nil
    }
  }
}
