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
    let layers = schedule.layers.compactMap { plan.layers[$0].layer.stepping }
    let changes = layers.map { LayerChanges(interventions, of: $0, timesteps: timesteps) }
    var states = layers.map { ScheduledStates($0, timesteps: timesteps) }
    for step in schedule.steps {
      let layer = schedule.layers[step.layer]
      let row = layers[step.layer].goBackwards ? timesteps - 1 - step.timestep : step.timestep
      let input: Flow
      if step.layer == 0 {
        let features = Flow(
          values: Array(observation[row]), timesteps: nil, width: observation.features)
        input = run(features, of: 1, through: 0..<layer, interventions, kernels)
      } else {
        let before = schedule.layers[step.layer - 1]
        let width = plan.layers[before].layer.units
        let shown = states[step.layer - 1].states[0][row * width..<(row + 1) * width]
        input = run(
          Flow(values: Array(shown), timesteps: nil, width: width), of: 1,
          through: before + 1..<layer, interventions, kernels)
      }
      states[step.layer].compute(
        step.timestep, reading: input, layerWeights[layer],
        changes[step.layer], kernels)
    }
    return ScheduledRun(
      schedule: schedule,
      hidden: states.map { Tensor(shape: [timesteps, $0.layer.units], values: $0.states[0]) },
      output: schedule.failure == nil
        ? head(observation, schedule, states.last, interventions, kernels) : nil)
  }

  /// What the layers behind the last recurrent one make of its hidden states, or all of the observation.
  private func head(
    _ observation: Observation, _ schedule: Schedule, _ states: ScheduledStates?,
    _ interventions: Interventions, _ kernels: Kernels
  ) -> Tensor {
    var flow = Flow(observation, hasTimesteps: description.input.hasTimesteps)
    var first = 0
    if let layer = schedule.layers.last, let states {
      flow = states.layer.leaving(states.states[0], of: 1, timesteps: observation.timesteps)
      first = layer + 1
    }
    let output = run(
      flow, of: 1, through: first..<plan.layers.count, interventions, kernels)
    return Tensor(shape: output.shape, values: output.values)
  }
}

/// The states of one recurrent layer while its cells are computed one at a time, each
/// `[timesteps, units]`.
private struct ScheduledStates {
  let layer: any SteppingLayer
  let timesteps: Int
  /// In the order in which the layer names them.
  var states: [[Float]]

  init(_ layer: any SteppingLayer, timesteps: Int) {
    self.layer = layer
    self.timesteps = timesteps
    let zeros = [Float](repeating: 0, count: timesteps * layer.units)
    states = layer.states.map { _ in zeros }
  }

  /// Computes the cell of one timestep from the row it reads.
  mutating func compute(
    _ timestep: Int, reading input: Network.Flow, _ weights: LayerWeights,
    _ changes: LayerChanges?, _ kernels: Kernels
  ) {
    let units = layer.units
    let layer = layer
    let stride = timesteps * units
    withStarts { starts in
      input.values.withUnsafeBufferPointer { input in
        guard let features = input.baseAddress else { return }
        layer.withCell(weights, features: input.count, kernels: kernels) { cell in
          let columns = cell.weights.columns
          withUnsafeTemporaryAllocation(of: Float.self, capacity: columns) { sums in
            guard let start = sums.baseAddress else { return }
            let sums = MutableRows(start, stride: columns)
            cell.weights.startSums(
              sums, inputs: Rows(features, stride: input.count), rows: 1, columns: 0..<columns)
            CellStatesBefore.lend(starts.count, units: units, initial: changes?.initialStates) {
              cell.advance(
                CellStates(starts: starts, stride: stride, rows: 1, units: units), to: timestep,
                from: $0, sums: sums, under: changes)
            }
          }
        }
      }
    }
  }

  /// Lends the places of all states.
  private mutating func withStarts(_ body: ([UnsafeMutablePointer<Float>]) -> Void) {
    func lend(_ starts: [UnsafeMutablePointer<Float>], _ states: inout [[Float]]) {
      guard starts.count < states.count else { return body(starts) }
      // Taken out while it is lent: the list that holds it is lent too.
      var values: [Float] = []
      swap(&values, &states[starts.count])
      values.withUnsafeMutableBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        lend(starts + [start], &states)
      }
      swap(&values, &states[starts.count])
    }
    lend([], &states)
  }
}
