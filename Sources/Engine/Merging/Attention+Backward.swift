extension Attention {
  /// Of A = W·V, W = softmax(S), S = scale·Q·Kᵀ: ∂/∂V = Wᵀ·∂/∂A, ∂/∂W = ∂/∂A·Vᵀ, and with ∂/∂S through
  /// softmax ∂/∂Q = scale·∂/∂S·K, ∂/∂K = scale·∂/∂Sᵀ·Q.
  func backward(_ step: BackwardStep) -> LayerGradients {
    let handed = step.outputFlow
    let scale = scale(on: step.desk)
    var inputs: [[Float]] = step.inputs.map { _ in [] }
    var ofScale: Float = 0
    for place in 0..<step.count {
      let asked = Question(step.inputs.map { $0.part(place, of: step.count) })
      let shares = shares(of: asked, on: step.desk)
      var answer = Matrix(handed.part(place, of: step.count))
      answer.values = answer.values.zeroed(where: asked.isAsked, width: answer.columns)
      var scores = answer.product(asked.value.turned)
      step.desk.kernels.backThroughSoftmax(
        shares.values, &scores.values, rows: scores.rows, columns: scores.columns)
      let products = asked.query.product(asked.key.turned)
      ofScale += products.values.times(scores.values).reduce(0, +)
      for index in scores.values.indices { scores.values[index] *= scale }
      let ofValue = shares.turned.product(answer).values
      let ofKey = scores.turned.product(asked.query).values
      inputs[0] += scores.product(asked.key).values
      if inputs.count == 3 {
        inputs[1] += ofValue
        inputs[2] += ofKey
      } else {
        // The values are the keys too.
        inputs[1] += zip(ofValue, ofKey).map { $0 + $1 }
      }
    }
    return LayerGradients(inputs: inputs, weights: useScale ? ["scale": [ofScale]] : [:])
  }
}
