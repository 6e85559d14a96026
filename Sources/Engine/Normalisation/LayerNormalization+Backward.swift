extension LayerNormalization {
  /// Of y = gamma·x̂ + beta, x̂ = (x − mean)·s of each row: with d = gamma ⊙ ∂/∂y, ∂/∂x = s·(d − mean(d) −
  /// x̂·mean(d ⊙ x̂)).
  func backward(_ step: BackwardStep) -> LayerGradients {
    let flow = step.inputs[0]
    let width = flow.width
    let weights = step.desk.weights["gamma"]
    let handed = step.output
    var gamma = [Double](repeating: 0, count: width)
    var beta = gamma
    var inputs = [Float](repeating: 0, count: step.isAsked[0] ? handed.count : 0)
    for start in stride(from: 0, to: handed.count, by: width) {
      let (scaled, factor) = scaled(flow.values[start..<start + width])
      var (mean, product) = (0.0, 0.0)
      for feature in 0..<width {
        let gradient = Double(handed[start + feature])
        gamma[feature] += scaled[feature] * gradient
        beta[feature] += gradient
        let inner = gradient * Double(weights?[feature] ?? 1)
        mean += inner / Double(width)
        product += inner * scaled[feature] / Double(width)
      }
      if inputs.isEmpty { continue }
      for feature in 0..<width {
        let inner = Double(handed[start + feature]) * Double(weights?[feature] ?? 1)
        inputs[start + feature] = Float(factor * (inner - mean - scaled[feature] * product))
      }
    }
    var result = LayerGradients(inputs: [inputs])
    if scale { result.weights["gamma"] = gamma.map(Float.init) }
    if center { result.weights["beta"] = beta.map(Float.init) }
    return result
  }
}
