extension Dot {
  /// Of C = A·Bᵀ: ∂/∂A = ∂/∂C·B, ∂/∂B = ∂/∂Cᵀ·A.
  func backward(_ step: BackwardStep) -> LayerGradients {
    let axes = places(
      step.inputs[0].timesteps == nil ? 2 : 3, step.inputs[1].timesteps == nil ? 2 : 3)
    let handed = step.outputFlow
    var gradients: [[Float]] = [[], []]
    for place in 0..<step.count {
      let flows = step.inputs.map { $0.part(place, of: step.count) }
      let one = matrix(flows[0], along: axes.0)
      let other = matrix(flows[1], along: axes.1)
      var gradient = Matrix(rows: one.rows, columns: other.rows)
      gradient.values = handed.part(place, of: step.count).values
      gradients[0] += back(gradient.product(other), to: flows[0], along: axes.0)
      gradients[1] += back(gradient.turned.product(one), to: flows[1], along: axes.1)
    }
    return LayerGradients(inputs: gradients)
  }

  /// The gradient of rows as `matrix` makes them, as that of what they were made of: of x̂ = x / |x| it is
  /// (∂/∂x̂ − x̂·Σ x̂ ⊙ ∂/∂x̂) / |x|.
  private func back(_ gradient: Matrix, to flow: Flow, along axis: Int) -> [Float] {
    var gradient = gradient
    let isTurned = flow.timesteps != nil && axis == 1
    if normalize {
      let plain = isTurned ? Matrix(flow).turned : Matrix(flow)
      for row in 0..<plain.rows {
        let range = row * plain.columns..<(row + 1) * plain.columns
        let square = plain.values[range].reduce(0) { $0 + $1 * $1 }
        let length = length(of: square)
        let isShort = square < Self.leastSquare
        let product =
          isShort
          ? 0 : range.reduce(0) { $0 + plain.values[$1] * gradient.values[$1] } / (length * length)
        for place in range {
          gradient.values[place] = (gradient.values[place] - plain.values[place] * product) / length
        }
      }
    }
    return isTurned ? gradient.turned.values : gradient.values
  }
}
