extension TrainingPass {
  /// The first layer that hands on a number that is not finite, and there the first timestep; nil for the
  /// timestep where the layer hands on no sequence, and in all where every number is finite.
  package var firstNotFinite: (layer: String, timestep: Int?)? {
    for (planned, made) in zip(network.plan.layers, made) {
      let flow = made.record.whole(count)
      guard let place = flow.values.firstIndex(where: { !$0.isFinite }) else { continue }
      let timesteps = flow.timesteps.map { timesteps in
        flow.values.indices.lazy.filter { !flow.values[$0].isFinite }
          .map { $0 / flow.width % timesteps }.min() ?? place / flow.width % timesteps
      }
      return (planned.layer.name, timesteps)
    }
    return nil
  }

  /// Whether every number in it is finite.
  package var isFinite: Bool { firstNotFinite == nil }
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

extension Network {
  /// Whether a layer looks at all observations of a batch at once, so that they cannot be worked on in
  /// pieces.
  package var looksAtWholeBatches: Bool {
    plan.layers.contains { $0.layer.settings is BatchNormalization }
  }
}
