import Kernels

extension Network {
  /// What a group of observations is between two layers.
  struct Flow {
    /// `[observations, timesteps, width]`, or `[observations, width]` where `timesteps` is nil.
    var values: [Float]
    var timesteps: Int?
    var width: Int
  }

  /// Runs a group of observations of one length through the planned layers.
  ///
  /// `keep` gets what each layer made of the group.
  func run(
    _ group: ArraySlice<Observation>, _ interventions: Interventions, _ kernels: Kernels,
    keep: (LayerRecord) -> Void
  ) -> Flow {
    guard let first = group.first else { preconditionFailure("a group has an observation") }
    var flow = Flow(first, hasTimesteps: description.input.hasTimesteps)
    if group.count > 1 { flow.values = group.flatMap(\.values) }
    return run(
      flow, of: group.count, through: plan.layers.indices, interventions, kernels, keep: keep)
  }

  /// Runs what `count` observations are before a layer through this and some of those after it.
  func run(
    _ flow: Flow, of count: Int, through layers: Range<Int>, _ interventions: Interventions,
    _ kernels: Kernels, keep: (LayerRecord) -> Void = { _ in }
  ) -> Flow {
    var flow = flow
    for index in layers {
      let layer = plan.layers[index].layer.computing
      let record = layer.run(
        flow, of: count, with: layerWeights[index], under: interventions, kernels)
      keep(record)
      flow = layer.leaving(record, of: count, timesteps: flow.timesteps)
    }
    return flow
  }
}

extension Network.Flow {
  /// An observation on its way into the first layer.
  init(_ observation: Observation, hasTimesteps: Bool) {
    values = observation.values
    timesteps = hasTimesteps ? observation.timesteps : nil
    width = observation.features
  }

  /// The shape of one observation.
  var shape: [Int] { timesteps.map { [$0, width] } ?? [width] }
}
