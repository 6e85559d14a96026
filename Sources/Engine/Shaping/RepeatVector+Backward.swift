extension RepeatVector {
  /// The sum over the timesteps.
  func backward(_ step: BackwardStep) -> LayerGradients {
    step.ofInput {
      let gradients = step.outputFlow
      return (0..<step.count).flatMap {
        rowSums(
          gradients.part($0, of: step.count).values, columns: gradients.width, step.desk.kernels)
      }
    }
  }
}
