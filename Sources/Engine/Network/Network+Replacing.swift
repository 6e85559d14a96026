extension Network {
  /// The same network with some of its weights replaced, in this order.
  ///
  /// Only the tensors that change are copied. Throws for a weight that the network does not have, an
  /// index that does not point into it, and NaN or infinity.
  package func replacing(weights changes: [WeightChange]) throws(EngineError) -> Network {
    var changed = weights
    for change in changes {
      guard let shape = changed[change.key]?.shape else {
        throw .unknownWeight(name: change.key, known: weights.keys.sorted())
      }
      guard change.value.isFinite else {
        throw .weightNotFinite(
          name: change.key, index: change.index ?? shape.map { _ in 0 })
      }
      if let index = change.index {
        guard index.count == shape.count,
          zip(index, shape).allSatisfy({ (0..<$1).contains($0) })
        else { throw .weightIndex(name: change.key, shape: shape, found: index) }
        let place = zip(index, shape).reduce(0) { $0 * $1.1 + $1.0 }
        changed[change.key]?.values[place] = change.value
      } else {
        let count = shape.reduce(1, *)
        changed[change.key]?.values = [Float](repeating: change.value, count: count)
      }
    }
    return Network(description, plan: plan, weights: changed)
  }
}
