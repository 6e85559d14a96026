extension Reshape {
  /// The same numbers in the same order.
  func backward(_ step: BackwardStep) -> LayerGradients { step.ofInput { step.output } }
}
