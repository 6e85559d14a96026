extension TrainingPass {
  /// The first layer that hands on a number that is not finite, and there the first timestep; nil for the
  /// timestep where the layer hands on no sequence, and in all where every number is finite.
  package var firstNotFinite: (layer: String, timestep: Int?)? {
    for (planned, made) in zip(network.plan.layers, made) {
      let flow = made.record.whole(count)
      let places = flow.values.indices.filter { !flow.values[$0].isFinite }
      if places.isEmpty { continue }
      let timestep = flow.timesteps.flatMap { timesteps in
        places.map { $0 / flow.width % timesteps }.min()
      }
      return (planned.layer.name, timestep)
    }
    return nil
  }
}

extension LayerRecord {
  /// All that a layer made, hidden states that do not leave it included.
  fileprivate func whole(_ count: Int) -> Flow {
    switch self {
    case .output(let flow): flow
    case .states(let states):
      Flow(values: states.states[0], timesteps: states.timesteps, width: states.units, mask: nil)
    }
  }
}
