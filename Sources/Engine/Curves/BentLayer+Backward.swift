extension BentLayer {
  func backward(_ step: BackwardStep) -> LayerGradients {
    step.ofInput { zip(step.output, step.inputs[0].values).map { $0 * slope($1) } }
  }
}
