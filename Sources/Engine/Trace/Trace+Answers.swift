import Kernels

extension Trace {
  /// As many rows as are worked out at once where not all of them are to be held.
  static let rowsAtOnce = 1024

  /// What the network would answer if the last recurrent layer were read at each timestep, `[timesteps,
  /// outputs]`: the layers behind it on every one of its hidden states.
  ///
  /// Without such a layer it is what leaves the network, where that is a sequence. Throws where the network
  /// has a layer that cannot follow, and where a layer behind the last recurrent one needs more than
  /// one of its rows.
  package func answers() throws(EngineError) -> Tensor {
    if let failure = network.plan.failure { throw failure.error }
    guard let last = network.plan.readLayer else {
      guard let output = output(records.count - 1), output.shape.count == 2 || !hasRecurrent else {
        throw .noAnswerByTimestep
      }
      return output.shape.count == 2
        ? output : Tensor(shape: [1] + output.shape, values: output.values)
    }
    let values = all(.hiddenState, layer: last).values
    let width = network.plan.layers[last].units
    // Rows are rows: a head that reads the last state alone takes each of them as one of a batch.
    // Not all at once, since what the layers on the way make of them is not kept.
    let rows = values.count / width
    var answers: [Float] = []
    for start in stride(from: 0, to: rows, by: Self.rowsAtOnce) {
      let end = min(start + Self.rowsAtOnce, rows)
      let part = Flow(
        values: Array(values[start * width..<end * width]), timesteps: nil, width: width, mask: nil)
      answers +=
        network.run(
          behind: last, havingMade: .output(part), of: end - start, beside: records, inputFlow,
          interventions, kernels
        ).values
    }
    return Tensor(shape: [rows, answers.count / rows], values: answers)
  }

  private var hasRecurrent: Bool { network.plan.layers.contains { $0.layer.isRecurrent } }
}
