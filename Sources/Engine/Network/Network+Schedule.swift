import Kernels

extension Network {
  /// Computes an observation cell by cell in one order, every cell a product of its own, and then
  /// what is behind the last LSTM.
  ///
  /// At one level of kernels all orders and `forward` agree to the last bit. Layers before one that
  /// cannot follow still run. Throws for an observation or interventions that the network does not
  /// have, as `forward`.
  package func run(
    _ observation: Observation, in order: ScheduleOrder,
    under interventions: Interventions = .none, kernels: Kernels = .chosen
  ) throws(EngineError) -> ScheduledRun {
    try check([observation], interventions)
    let timesteps = observation.timesteps
    let schedule = Schedule(plan, timesteps: timesteps, order: order)
    var states = schedule.layers.map { layer in
      let count = timesteps * plan.layers[layer].layer.units
      let zeros = [Float](repeating: 0, count: count)
      return ScheduledStates(hidden: zeros, cell: zeros)
    }
    let changes = schedule.layers.map { layer in
      settings(layer).map {
        LSTMInterventions(interventions, of: $0, timesteps: timesteps)
      } ?? nil
    }
    for step in schedule.steps {
      let layer = schedule.layers[step.layer]
      guard let settings = settings(layer) else { continue }
      let row = settings.goBackwards ? timesteps - 1 - step.timestep : step.timestep
      let input: Flow
      if step.layer == 0 {
        let features = Flow(
          values: Array(observation[row]), timesteps: nil, width: observation.features)
        input = run(features, of: 1, through: 0..<layer, interventions, kernels)
      } else {
        let before = schedule.layers[step.layer - 1]
        let width = plan.layers[before].layer.units
        let shown = states[step.layer - 1].hidden[row * width..<(row + 1) * width]
        input = run(
          Flow(values: Array(shown), timesteps: nil, width: width), of: 1,
          through: before + 1..<layer, interventions, kernels)
      }
      states[step.layer].compute(
        step.timestep, of: timesteps, reading: input, settings, layerWeights[layer],
        changes[step.layer], kernels)
    }
    return ScheduledRun(
      schedule: schedule,
      hidden: zip(schedule.layers, states).map { layer, states in
        Tensor(shape: [timesteps, plan.layers[layer].layer.units], values: states.hidden)
      },
      output: schedule.failure == nil
        ? head(observation, schedule, states.last, interventions, kernels) : nil)
  }

  private func settings(_ layer: Int) -> LSTM? {
    guard case .lstm(let settings) = plan.layers[layer].layer else { return nil }
    return settings
  }

  /// What the layers behind the last LSTM make of its hidden states, or all of the observation.
  private func head(
    _ observation: Observation, _ schedule: Schedule, _ states: ScheduledStates?,
    _ interventions: Interventions, _ kernels: Kernels
  ) -> Tensor {
    var flow = Flow(observation, hasTimesteps: description.input.hasTimesteps)
    var first = 0
    if let layer = schedule.layers.last, let states, let settings = settings(layer) {
      flow = Flow(from: states.hidden, of: 1, timesteps: observation.timesteps, settings)
      first = layer + 1
    }
    let output = run(
      flow, of: 1, through: first..<plan.layers.count, interventions, kernels)
    return Tensor(shape: output.shape, values: output.values)
  }
}

/// The states of one LSTM while its cells are computed one at a time, `[timesteps, units]`.
private struct ScheduledStates {
  var hidden: [Float]
  var cell: [Float]

  /// Computes the cell of one timestep from the row it reads.
  mutating func compute(
    _ timestep: Int, of timesteps: Int, reading input: Network.Flow, _ settings: LSTM,
    _ weights: LayerWeights, _ changes: LSTMInterventions?, _ kernels: Kernels
  ) {
    let units = settings.units
    hidden.withUnsafeMutableBufferPointer { hidden in
      cell.withUnsafeMutableBufferPointer { cell in
        input.values.withUnsafeBufferPointer { input in
          guard let hidden = hidden.baseAddress, let states = cell.baseAddress,
            let features = input.baseAddress
          else { return }
          weights.withCell(settings, features: input.count, kernels: kernels) { cell in
            withUnsafeTemporaryAllocation(of: Float.self, capacity: 4 * units) { sums in
              guard let start = sums.baseAddress else { return }
              let gates = MutableRows(start, stride: 4 * units)
              cell.startSums(
                gates, inputs: Rows(features, stride: input.count), rows: 1,
                columns: 0..<4 * units)
              cell.withFirstStates(changes) { first in
                cell.advance(
                  LSTMCell.States(
                    hidden: hidden, cell: states, stride: timesteps * units, rows: 1),
                  to: timestep, from: first, gates: gates, under: changes)
              }
            }
          }
        }
      }
    }
  }
}
