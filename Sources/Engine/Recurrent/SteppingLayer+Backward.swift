import Kernels

extension SteppingLayer {
  func train(
    _ inputs: [Flow], of count: Int, on desk: Desk, _ chance: inout SplitMix64?
  ) -> TrainingRecord {
    var record: LayerRecord?
    let gates = written(count * inputs[0].rows * desk.weights.columns) {
      record = run(inputs, of: count, on: desk, keepingGates: $0)
    }
    guard let record else { preconditionFailure("a run has a record") }
    return TrainingRecord(record: record, kept: [gates])
  }

  /// Backpropagation through time: the gradients of the states go from the last timestep to the first,
  /// and those of the sums at each timestep are gathered for the weights.
  func backward(_ step: BackwardStep) -> LayerGradients {
    let flow = goBackwards ? step.inputs[0].turnedRound(of: step.count) : step.inputs[0]
    return withCell(step.desk.weights, features: flow.width, kernels: step.desk.kernels) { cell in
      BackwardRun(of: self, step, read: flow.values).gradients(through: cell)
    }
  }
}
