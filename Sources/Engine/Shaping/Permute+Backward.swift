extension Permute {
  /// The axes back in their places.
  func backward(_ step: BackwardStep) -> LayerGradients {
    step.ofInput {
      let gradients = step.outputFlow
      guard isTurning, gradients.timesteps != nil else { return gradients.values }
      return turned(gradients, of: step.count).values
    }
  }
}
