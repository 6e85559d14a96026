import Engine

extension Trace {
  /// The state of a unit as it enters a timestep: that of the timestep before, the initial state at
  /// timestep 0, and 0 where a what-if erases it.
  func entering(_ quantity: QuantityName, layer: Int, unit: Int, timestep: Int) -> Float {
    interventions.erases(
      quantity, of: network.plan.layers[layer].layer.name, at: timestep)
      ? 0 : values(quantity, layer: layer, timestep: timestep - 1)[unit]
  }

  /// Whether its layers start from zeros, as Keras's do for every observation.
  var startsFromZeros: Bool { interventions.initialStates.isEmpty }
}
