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
  /// `keep` gets what each layer made: h and c of an LSTM, or an output and nil.
  func run(
    _ group: ArraySlice<Observation>, _ interventions: Interventions, _ kernels: Kernels,
    keep: ([Float], [Float]?) -> Void
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
    _ kernels: Kernels, keep: ([Float], [Float]?) -> Void = { _, _ in }
  ) -> Flow {
    var flow = flow
    for index in layers {
      let weights = layerWeights[index]
      switch plan.layers[index].layer {
      case .lstm(let settings):
        flow = run(settings, weights, flow, count, interventions, kernels, keep)
      case .dense(let settings):
        let output = flow.values.withUnsafeBufferPointer { inputs -> [Float] in
          guard let inputs = inputs.baseAddress else { return [] }
          return settings.outputs(
            of: inputs, rows: count * (flow.timesteps ?? 1), features: flow.width,
            weights: weights, kernels: kernels)
        }
        keep(output, nil)
        flow.values = output
        flow.width = settings.units
      }
    }
    return flow
  }

  private func run(
    _ settings: LSTM, _ weights: LayerWeights, _ flow: Flow, _ count: Int,
    _ interventions: Interventions, _ kernels: Kernels, _ keep: ([Float], [Float]?) -> Void
  ) -> Flow {
    guard let timesteps = flow.timesteps else {
      preconditionFailure("a planned LSTM reads a sequence")
    }
    let states = weights.withCell(settings, features: flow.width, kernels: kernels) { cell in
      flow.values.withUnsafeBufferPointer { inputs -> (hidden: [Float], cell: [Float]) in
        guard let inputs = inputs.baseAddress else { return ([], []) }
        return cell.sequence(
          inputs, observations: count, timesteps: timesteps, backwards: settings.goBackwards,
          under: LSTMInterventions(interventions, of: settings, timesteps: timesteps))
      }
    }
    keep(states.hidden, states.cell)
    return Flow(from: states.hidden, of: count, timesteps: timesteps, settings)
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

  /// What leaves an LSTM whose hidden states are `[observations, timesteps, units]`: all of them, or
  /// the last one of each observation.
  init(from hidden: [Float], of observations: Int, timesteps: Int, _ settings: LSTM) {
    width = settings.units
    if settings.returnSequences {
      values = hidden
      self.timesteps = timesteps
      return
    }
    values = []
    values.reserveCapacity(observations * width)
    for observation in 1...observations {
      let end = observation * timesteps * width
      values += hidden[end - width..<end]
    }
    self.timesteps = nil
  }
}
