extension AnotherInput {
  /// There is nothing behind it: what comes back to it is the gradient of an input.
  func backward(_ step: BackwardStep) -> LayerGradients { LayerGradients(inputs: []) }
}
