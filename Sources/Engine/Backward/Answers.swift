import Kernels

/// What leaves a network for observations side by side, as a loss looks at it.
package struct Answers: Sendable {
  /// `[observations, units]` or `[observations, timesteps, units]`.
  package let output: Tensor
  /// Which timesteps of a sequence count, `[observations, timesteps]`; nil where all do.
  package let mask: [Bool]?
  /// The curve that the network's last layer puts its sums through; nil where it has none of its own.
  package let lastCurve: Activation?
  /// What went into that curve, as long as the output; nil where there is none.
  package let lastSums: [Float]?

  /// The numbers of a row.
  package var units: Int { output.shape.last ?? 1 }
  /// The rows of all observations.
  package var rows: Int { output.values.count / units }
  /// The rows that count.
  package var countedRows: Int { mask.map { $0.count { $0 } } ?? rows }

  /// What left, where `flow` gives what a source handed on.
  init(
    of network: Network, _ last: Flow, count: Int, _ interventions: Interventions,
    _ kernels: Kernels, from flow: (PlannedSource) -> Flow
  ) {
    output = Tensor(shape: [count] + last.shape, values: last.values)
    mask = last.mask
    lastCurve = network.plan.layers.last.flatMap { $0.layer.computing.lastCurve }
    guard lastCurve != nil, let planned = network.plan.layers.last else {
      lastSums = nil
      return
    }
    lastSums = planned.layer.computing.lastSums(
      planned.sources.map(flow), of: count,
      on: network.desk(network.plan.layers.count - 1, interventions, kernels))
  }
}

extension Network {
  /// What leaves for observations of one length side by side; nothing is kept for a way back.
  ///
  /// Throws what `forward` throws, and where a layer cannot follow.
  package func answers(
    _ batch: [Observation], kernels: Kernels = .chosen
  ) throws(EngineError) -> Answers {
    if let failure = plan.failure { throw failure.error }
    try check(batch, .none)
    precondition(batch.allSatisfy { $0.isAsLong(as: batch[0]) }, "observations of one length")
    var records: [LayerRecord] = []
    let last = run(batch[...], .none, kernels) { records.append($0) }
    let inputs = inputs(of: batch[...])
    return Answers(of: self, last, count: batch.count, .none, kernels) { source in
      source.layer.map { records[$0].handing(source.output, of: batch.count) } ?? inputs[0]
    }
  }
}
