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
    _ group: ArraySlice<Observation>, _ kernels: Kernels, keep: ([Float], [Float]?) -> Void
  ) -> Flow {
    guard let first = group.first else { preconditionFailure("a group has an observation") }
    var flow = Flow(
      values: group.count == 1 ? first.values : group.flatMap(\.values),
      timesteps: description.input.hasTimesteps ? first.timesteps : nil,
      width: first.features)
    for (planned, weights) in zip(plan.layers, layerWeights) {
      switch planned.layer {
      case .lstm(let settings):
        flow = run(settings, weights, flow, group.count, kernels, keep)
      case .dense(let settings):
        let output = flow.values.withUnsafeBufferPointer { inputs -> [Float] in
          guard let inputs = inputs.baseAddress else { return [] }
          return settings.outputs(
            of: inputs, rows: group.count * (flow.timesteps ?? 1), features: flow.width,
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
    _ settings: LSTM, _ weights: LayerWeights, _ flow: Flow, _ count: Int, _ kernels: Kernels,
    _ keep: ([Float], [Float]?) -> Void
  ) -> Flow {
    guard let timesteps = flow.timesteps else {
      preconditionFailure("a planned LSTM reads a sequence")
    }
    let states = weights.withCell(settings, features: flow.width, kernels: kernels) { cell in
      flow.values.withUnsafeBufferPointer { inputs -> (hidden: [Float], cell: [Float]) in
        guard let inputs = inputs.baseAddress else { return ([], []) }
        return cell.sequence(
          inputs, observations: count, timesteps: timesteps, backwards: settings.goBackwards)
      }
    }
    keep(states.hidden, states.cell)
    if settings.returnSequences {
      return Flow(values: states.hidden, timesteps: timesteps, width: settings.units)
    }
    var last: [Float] = []
    last.reserveCapacity(count * settings.units)
    for observation in 1...count {
      let end = observation * timesteps * settings.units
      last += states.hidden[end - settings.units..<end]
    }
    return Flow(values: last, timesteps: nil, width: settings.units)
  }
}
