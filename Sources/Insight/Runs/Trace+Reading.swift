import Engine

extension Trace {
  /// What a layer reads, `[timesteps, width]`, in its own order of processing.
  package func read(by layer: Int) -> [Float] {
    let (values, width) = arriving(at: layer)
    guard network.plan.layers[layer].layer.readsBackwards, width > 0 else { return values }
    return (0..<values.count / width).reversed().flatMap { values[$0 * width..<($0 + 1) * width] }
  }

  /// What a layer reads at a timestep in its own order of processing, `[width]`.
  package func read(by layer: Int, at timestep: Int) -> [Float] {
    let (values, width) = arriving(at: layer)
    let isBackwards = network.plan.layers[layer].layer.readsBackwards
    let last = values.count / width - 1
    let row = isBackwards ? last - min(timestep, last) : min(timestep, last)
    return Array(values[row * width..<(row + 1) * width])
  }

  private func arriving(at layer: Int) -> (values: [Float], width: Int) {
    let read: Tensor = arriving(at: layer)
    return (read.values, read.shape.last ?? 1)
  }

  /// The state of a unit as it enters a timestep: that of the timestep before, the initial state at
  /// timestep 0, and 0 where a what-if erases it.
  package func entering(_ state: QuantityName, layer: Int, unit: Int, timestep: Int) -> Float {
    interventions.erases(state, of: network.plan.layers[layer].layer.name, at: timestep)
      ? 0 : value(state, layer: layer, unit: unit, timestep: timestep - 1)
  }

  /// One quantity of all units of a recurrent layer at a timestep, nil being before the first, where
  /// states stand already and gates do not.
  package func values(
    _ quantity: QuantityName, layer: Int, at timestep: Int?, units: Range<Int>? = nil
  ) -> [Float]? {
    guard timestep != nil || quantity.isState else { return nil }
    return values(quantity, layer: layer, timestep: timestep ?? -1, units: units)
  }

  /// Whether its layers start from zeros, as Keras's do for every observation.
  package var startsFromZeros: Bool {
    interventions.initialStates.isEmpty
  }

  /// Whether one layer does: not where another hands it its states.
  package func startsFromZeros(_ layer: Int) -> Bool {
    startsFromZeros && network.plan.layers[layer].sources.count == 1
  }
}
