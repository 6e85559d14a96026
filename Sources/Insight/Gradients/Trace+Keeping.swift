import Engine

extension RecurrentLayer {
  /// The gates that a layer's remembered state is multiplied by on its way into the next timestep; empty
  /// where it is not carried over by gates.
  package var keepingFactors: [StateEquation.Factor] {
    let products = stateEquations.first { $0.state == remembered }?.products ?? []
    let kept = products.first { $0.contains(.before(remembered)) } ?? []
    return kept.filter { $0 != .before(remembered) }
  }
}

extension Trace {
  /// How much of what a unit remembered at each timestep is still in it at one, 0 to 1: the product of
  /// its keeping gates in between, 1 at that timestep itself. Nil for a layer in which no gate keeps.
  ///
  /// It is what the state itself carries; what came round through h is not in it.
  package func kept(layer: Int, unit: Int, at timestep: Int) -> [Float]? {
    guard let settings = network.plan.layers[layer].layer.recurrent,
      case let factors = settings.keepingFactors, !factors.isEmpty
    else { return nil }
    let name = settings.name
    let gates = factors.map { factor in
      series(factor.name, layer: layer, unit: unit, timesteps: 0..<timestep + 1)
        .map { if case .rest = factor { 1 - $0 } else { $0 } }
    }
    let mask = mask(layer)
    var kept = [Float](repeating: 1, count: gates[0].count)
    for now in kept.indices.dropFirst().reversed() {
      let isSkipped = mask.map { !$0[now] } ?? false
      let isErased = interventions.erases(settings.remembered, of: name, at: now)
      let share: Float = isSkipped ? 1 : isErased ? 0 : gates.reduce(1) { $0 * $1[now] }
      kept[now - 1] = kept[now] * share
    }
    return kept
  }
}
