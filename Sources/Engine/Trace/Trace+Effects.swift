import Kernels

extension Trace {
  /// Variants that run side by side: few enough for their states to stay in the cache.
  private static let variantsAtOnce = 48

  /// How far the network's last output moves when a unit of a recurrent layer shows nothing, h = 0 at
  /// every timestep: an LSTM's output gate is clamped to 0 on top of what is changed already. One number ≥ 0 for
  /// each of `units`, `nil` for all of the layer.
  ///
  /// The last output is the last row of what leaves the network; where it holds several numbers,
  /// the one that moves most counts, and NaN on one side only counts as infinity. Variants of the
  /// unit run side by side from this layer on: what comes before it cannot change. Throws where the
  /// network has a layer that cannot follow.
  package func effects(layer: Int, units: Range<Int>? = nil) throws(EngineError) -> [Float] {
    if let failure = network.plan.failure { throw failure.error }
    guard let stepping = network.plan.layers[layer].layer.stepping,
      let unchanged = output(network.plan.layers.count - 1)
    else { preconditionFailure("effects are asked of a recurrent layer that ran") }
    let units = units ?? 0..<stepping.units
    precondition(
      units.lowerBound >= 0 && units.upperBound <= stepping.units, "units of the layer")
    let width = unchanged.shape.last ?? 1
    let before = unchanged.values.suffix(width)
    var effects: [Float] = []
    effects.reserveCapacity(units.count)
    let atOnce = network.description.runsAtOnce(
      timesteps: input.timesteps, most: Self.variantsAtOnce)
    for start in stride(from: units.lowerBound, to: units.upperBound, by: atOnce) {
      let chunk = start..<min(start + atOnce, units.upperBound)
      let output = outputs(silencing: chunk, of: stepping, layer: layer)
      for variant in 1...chunk.count {
        let end = variant * output.values.count / chunk.count
        effects.append(largestStep(before, output.values[end - width..<end]))
      }
    }
    return effects
  }

  /// What leaves the network when row r of a group has unit `units[r]` of a layer silenced.
  private func outputs(
    silencing units: Range<Int>, of stepping: any SteppingLayer, layer: Int
  ) -> Flow {
    let inputs = inputs(of: layer)
    let features = network.plan.layers[layer].inputShape.features ?? 0
    let kept = recurrent[layer]?.kept
    let timesteps = inputs.count / features
    let mask = kept?.inputMask.map {
      Array([[Bool]](repeating: $0, count: units.count).joined())
    }
    let changes = LayerChanges(
      silencing: units, of: stepping,
      beside: LayerChanges(interventions, of: stepping, timesteps: timesteps))
    let states = stepping.withCell(
      network.layerWeights[layer], features: features, kernels: kernels
    ) { cell in
      inputs.withUnsafeBufferPointer { inputs -> [[Float]] in
        guard let inputs = inputs.baseAddress else { return [[]] }
        return cell.sequence(
          inputs, shared: true, observations: units.count, timesteps: timesteps,
          backwards: stepping.goBackwards, states: stepping.states.count, from: kept?.before,
          mask: stepping.readsSkipped ? nil : mask, under: changes)
      }
    }
    let record = stepping.record(states, timesteps: timesteps, mask: mask)
    return network.run(
      behind: layer, havingMade: .states(record), of: units.count, beside: records, inputFlow,
      interventions, kernels)
  }

  private func largestStep(_ before: ArraySlice<Float>, _ after: ArraySlice<Float>) -> Float {
    zip(before, after).reduce(0) { largest, pair in
      if pair.0.isNaN && pair.1.isNaN { return largest }
      let step = abs(pair.1 - pair.0)
      return step.isNaN ? .infinity : max(largest, step)
    }
  }
}
