import Kernels

extension Trace {
  private static let rowsAtOnce = 1024

  /// What the network would answer if the last recurrent layer were read at each timestep, `[timesteps,
  /// outputs]`: the layers behind it on every one of its hidden states.
  ///
  /// Without one it is what leaves the network, one row a timestep. Throws where the network has
  /// a layer that cannot follow.
  package func answers() throws(EngineError) -> Tensor {
    if let failure = network.plan.failure { throw failure.error }
    let layers = network.plan.layers
    let last = layers.indices.last { layers[$0].layer.isRecurrent }
    let values = last.map { all(.hiddenState, layer: $0).values } ?? input.values
    let width = last.map { layers[$0].layer.units } ?? input.features
    // Rows are rows: a head that reads the last state alone takes each of them as one of a batch.
    // Not all at once, since what the layers on the way make of them is not kept.
    let rows = values.count / width
    var answers: [Float] = []
    for start in stride(from: 0, to: rows, by: Self.rowsAtOnce) {
      let end = min(start + Self.rowsAtOnce, rows)
      answers +=
        network.run(
          Network.Flow(
            values: Array(values[start * width..<end * width]), timesteps: nil, width: width),
          of: end - start, through: (last.map { $0 + 1 } ?? 0)..<layers.count, interventions,
          kernels
        ).values
    }
    return Tensor(shape: [rows, answers.count / rows], values: answers)
  }
}
