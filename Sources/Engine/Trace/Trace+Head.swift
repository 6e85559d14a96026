import Kernels

extension Trace {
  /// What each layer behind the last recurrent one makes of its hidden state at a timestep, `[units]`
  /// for each of them: what they would hand on if the state were read there.
  ///
  /// At the last timestep these are their outputs where the recurrent layer hands on its last state
  /// alone, and at every timestep where it hands on all of them. Empty without a recurrent layer.
  package func head(readAt timestep: Int) -> [[Float]] {
    let layers = network.plan.layers
    guard let last = layers.indices.last(where: { layers[$0].layer.isRecurrent }) else { return [] }
    var outputs: [[Float]] = []
    _ = network.run(
      Network.Flow(
        values: values(.hiddenState, layer: last, timestep: timestep), timesteps: nil,
        width: layers[last].layer.units),
      of: 1, through: (last + 1)..<layers.count, interventions, kernels
    ) { outputs.append($0.shown) }
    return outputs
  }
}
