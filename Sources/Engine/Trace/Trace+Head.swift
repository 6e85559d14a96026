import Kernels

extension Trace {
  /// What each layer behind the last recurrent one makes of its hidden state at a timestep, `[units]`
  /// for each of them: what they would hand on if the state were read there.
  ///
  /// At the last timestep these are their outputs where the recurrent layer hands on its last state
  /// alone, and at every timestep where it hands on all of them. Empty where there is no such head.
  package func head(readAt timestep: Int) -> [[Float]] {
    guard let last = network.plan.readLayer else { return [] }
    var outputs: [[Float]] = []
    let state = Flow(
      values: values(.hiddenState, layer: last, timestep: timestep), timesteps: nil,
      width: network.plan.layers[last].units, mask: nil)
    _ = network.run(
      behind: last, havingMade: .output(state), of: 1, beside: records, inputFlow, interventions,
      kernels
    ) { outputs.append($0.handing(0, of: 1).values) }
    return outputs
  }
}
