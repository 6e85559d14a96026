import Kernels

extension Network {
  /// Runs observations of one length side by side, so that the way back can be gone; layers that work in
  /// training only, as Dropout, draw from `chance`.
  ///
  /// Throws what `forward` throws, and where a layer cannot follow.
  package func trainingPass(
    _ batch: [Observation], chance: inout SplitMix64, kernels: Kernels = .chosen
  ) throws(EngineError) -> TrainingPass {
    var drawn: SplitMix64? = chance
    defer { if let drawn { chance = drawn } }
    return try pass(batch, .none, &drawn, kernels)
  }

  /// The same as the network answers, without what works in training only.
  package func backwardPass(
    _ batch: [Observation], under interventions: Interventions = .none, kernels: Kernels = .chosen
  ) throws(EngineError) -> TrainingPass {
    var none: SplitMix64?
    return try pass(batch, interventions, &none, kernels)
  }

  private func pass(
    _ batch: [Observation], _ interventions: Interventions, _ chance: inout SplitMix64?,
    _ kernels: Kernels
  ) throws(EngineError) -> TrainingPass {
    if let failure = plan.failure { throw failure.error }
    try check(batch, interventions)
    precondition(batch.allSatisfy { $0.isAsLong(as: batch[0]) }, "observations of one length")
    let inputs = inputs(of: batch[...])
    var made: [TrainingRecord] = []
    var others = 0
    for (index, planned) in plan.layers.enumerated() {
      if planned.layer.settings is AnotherInput {
        others += 1
        made.append(TrainingRecord(record: .output(inputs[others])))
        continue
      }
      let flows = planned.sources.map { source in
        source.layer.map { made[$0].record.handing(source.output, of: batch.count) } ?? inputs[0]
      }
      made.append(
        planned.layer.computing.train(
          flows, of: batch.count, on: desk(index, interventions, kernels), &chance))
    }
    return TrainingPass(
      network: self, inputs: inputs, count: batch.count, made: made,
      interventions: interventions, kernels: kernels)
  }

  /// The same network with other weights in place of some, by their keys, as long as before.
  package func withLearnt(_ learnt: [String: [Float]]) -> Network {
    var weights = weights
    for (key, values) in learnt {
      precondition(weights[key]?.values.count == values.count, "a learnt weight keeps its shape")
      weights[key]?.values = values
    }
    return Network(description, plan: plan, weights: weights)
  }
}
