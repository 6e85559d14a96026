import Kernels

extension Network {
  /// Runs one observation through every layer before the failure, if there is one.
  ///
  /// Throws what Keras raises for an observation of another shape than the network reads, and where
  /// the network does not have what `interventions` change.
  package func forward(
    _ observation: Observation, under interventions: Interventions = .none,
    kernels: Kernels = .chosen
  ) throws(EngineError) -> Trace {
    try check([observation], interventions)
    return traces([observation][...], interventions, kernels)[0]
  }

  /// The same, run when the trace is first looked at; what `forward` throws comes at once.
  ///
  /// Its gradients are those of `objective`.
  package func forwardLater(
    _ observation: Observation, under interventions: Interventions = .none,
    toward objective: Objective = .answer, kernels: Kernels = .chosen
  ) throws(EngineError) -> Deferred<Trace> {
    try check([observation], interventions)
    return Deferred {
      traces([observation][...], interventions, kernels)[0].toward(objective)
    }
  }

  /// Runs observations side by side; each trace is, to the last bit, that of the observation alone.
  ///
  /// Throws what Keras raises for an observation of another shape than the network reads, and where
  /// the network does not have what `interventions` change in every one.
  package func forward(
    _ batch: [Observation], under interventions: Interventions = .none, kernels: Kernels = .chosen
  ) throws(EngineError) -> [Trace] {
    try check(batch, interventions)
    var traces: [Trace] = []
    traces.reserveCapacity(batch.count)
    for group in groups(batch) { traces += self.traces(group, interventions, kernels) }
    return traces
  }

  /// The last layer's output of each observation, without the batch axis; nothing else is kept.
  ///
  /// Throws where the network has a layer that cannot follow, for an observation of another shape
  /// than it reads, and where it does not have what `interventions` change in every one.
  package func outputs(
    _ batch: [Observation], under interventions: Interventions = .none, kernels: Kernels = .chosen
  ) throws(EngineError) -> [Tensor] {
    if let failure = plan.failure { throw failure.error }
    try check(batch, interventions)
    let lanes = lanes(batch)
    let groups = groups(batch, lanes: lanes)
    let flows = sideBySide(lanes) { lane in
      stride(from: lane, to: groups.count, by: lanes).map { place in
        run(groups[place], interventions, kernels) { _ in }
      }
    }
    var outputs: [Tensor] = []
    outputs.reserveCapacity(batch.count)
    for (place, group) in groups.enumerated() {
      let flow = flows[place % lanes][place / lanes]
      outputs += group.indices.map { index in
        let part = flow.part(index - group.startIndex, of: group.count)
        return Tensor(shape: part.shape, values: part.values)
      }
    }
    return outputs
  }

  func check(
    _ batch: [Observation], _ interventions: Interventions
  ) throws(EngineError) {
    var checkedLength: Int?
    var checkedFeatures: Int?
    for observation in batch {
      if observation.timesteps != checkedLength || observation.features != checkedFeatures {
        try checkInput(
          batch.count, timesteps: observation.timesteps, features: observation.features)
        try interventions.check(description, timesteps: observation.timesteps)
        checkedLength = observation.timesteps
        checkedFeatures = observation.features
      }
      try checkOthers(of: observation)
      try checkTokens(of: observation)
    }
  }

  /// Checks the inputs beside the first.
  private func checkOthers(of observation: Observation) throws(EngineError) {
    let inputs = description.inputs.dropFirst()
    guard inputs.count == observation.beside.count else {
      throw .inputCount(expected: inputs.count + 1, found: observation.beside.count + 1)
    }
    for (input, found) in zip(inputs, observation.beside) {
      try input.check(1, timesteps: found.timesteps, features: found.features)
    }
    guard !inputs.isEmpty else { return }
    let concrete = description.plan(of: observation)
    if let failure = concrete.failure, failure.layerIndex < plan.layers.count {
      throw failure.error
    }
  }

  /// Checks that what enters an Embedding names rows of its table.
  private func checkTokens(of observation: Observation) throws(EngineError) {
    for planned in plan.layers {
      guard let embedding = planned.layer.settings as? Embedding else { continue }
      let read = planned.before.flatMap { place in
        plan.layers[..<place].count { $0.layer.settings is AnotherInput }
      }
      let values = read.map { observation.beside[$0].values } ?? observation.values
      let rows = Float(embedding.inputDimension)
      if let timestep = values.firstIndex(where: {
        !($0 >= 0 && $0 < rows && $0 == $0.rounded())
      }) {
        throw .token(
          layer: embedding.name, rows: embedding.inputDimension, timestep: timestep,
          found: values[timestep])
      }
    }
  }

  /// Checks that observations of a size can be run, before there are any.
  ///
  /// Throws what Keras raises for another shape than the network reads, and where a run would keep
  /// more than can be held.
  package func checkInput(
    _ count: Int = 1, timesteps: Int, features: Int
  ) throws(EngineError) {
    try description.input.check(count, timesteps: timesteps, features: features)
    // For the length that the network is made for the layers are planned already.
    let isOwn = timesteps == description.input.timesteps
    let concrete = isOwn ? plan : description.plan(timesteps: timesteps)
    if let failure = concrete.failure, failure.layerIndex < plan.layers.count {
      throw failure.error
    }
    try NetworkPlan.checkRun(
      concrete.numbers(timesteps: timesteps, features: features), timesteps: timesteps)
  }

  /// How many groups are run side by side: fewer where so many runs do not go into their memory.
  private func lanes(_ batch: [Observation]) -> Int {
    let longest = batch.lazy.map(\.timesteps).max() ?? 0
    return batch.count == 1 ? 1 : description.runsAtOnce(timesteps: longest, most: 4)
  }

  /// Neighbours of equal length, few enough at a time to stay in the cache, and those of all lanes in
  /// their memory. A small batch is halved, so that two processors have something to do.
  private func groups(_ batch: [Observation], lanes: Int = 1) -> [ArraySlice<Observation>] {
    var groups: [ArraySlice<Observation>] = []
    let half = lanes > 1 ? max(16, (batch.count + 1) / 2) : batch.count
    var start = 0
    while start < batch.count {
      var end = start + 1
      // One alone needs no room for others.
      let most =
        batch.count == 1
        ? 1
        : min(
          half,
          description.runsAtOnce(timesteps: batch[start].timesteps, most: 48 * lanes) / lanes)
      while end < batch.count, end - start < most, batch[end].isAsLong(as: batch[start]) {
        end += 1
      }
      groups.append(batch[start..<end])
      start = end
    }
    return groups
  }

  private func traces(
    _ group: ArraySlice<Observation>, _ interventions: Interventions, _ kernels: Kernels
  ) -> [Trace] {
    var records = [[LayerRecord]](repeating: [], count: group.count)
    _ = run(group, interventions, kernels) { record in
      for place in 0..<group.count { records[place].append(record.part(place, of: group.count)) }
    }
    return zip(group, records).map {
      Trace(
        network: self, input: $0, interventions: interventions, records: $1, kernels: kernels)
    }
  }
}
