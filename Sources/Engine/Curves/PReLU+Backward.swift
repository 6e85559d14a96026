extension PReLU {
  /// Below 0 ∂/∂x = slope ⊙ ∂/∂y, and ∂/∂slope the sum of x ⊙ ∂/∂y over all that share it; at 0 nothing, as
  /// Keras has it.
  func backward(_ step: BackwardStep) -> LayerGradients {
    let flow = step.inputs[0]
    let slopes = step.desk.weights["alpha"] ?? []
    var gradients = step.output
    var ofSlopes = [Float](repeating: 0, count: slopes.count)
    for (place, x) in flow.values.enumerated() where x <= 0 {
      let slope = self.slope(of: place, in: flow, slopes.count)
      ofSlopes[slope] += x * gradients[place]
      gradients[place] *= x < 0 ? slopes[slope] : 0
    }
    return LayerGradients(
      inputs: [step.isAsked[0] ? gradients : []], weights: ["alpha": ofSlopes])
  }
}
