extension ActivationLayer {
  var lastCurve: Activation? { activation }

  func backward(_ step: BackwardStep) -> LayerGradients {
    step.ofInput {
      step.beforeCurve(activation, width: step.inputs[0].width) { step.inputs[0].values }
    }
  }
}

extension BackwardStep {
  /// ∂loss/∂ what entered the curve at the end of a layer, in rows of `width` numbers; `sums` works out
  /// what entered, for the curves that ask for it.
  func beforeCurve(_ curve: Activation, width: Int, sums: () -> [Float]) -> [Float] {
    var gradients = output
    if isBeforeCurve { return gradients }
    desk.kernels.back(
      through: curve, made: made.record.handing(0, of: count).values, &gradients,
      rows: gradients.count / width, columns: width, sums: sums)
    return gradients
  }
}
