import Kernels

extension Dense {
  var lastCurve: Activation? { activation }

  /// Of y = φ(z), z = x·K + b: ∂/∂z = φ′ ⊙ ∂/∂y, ∂/∂K = xᵀ·∂/∂z, ∂/∂b its sum over the rows, ∂/∂x =
  /// ∂/∂z·Kᵀ.
  func backward(_ step: BackwardStep) -> LayerGradients {
    let flow = step.inputs[0]
    let rows = step.count * flow.rows
    let kernels = step.desk.kernels
    var sums = step.output(rows * units)
    if !step.isBeforeCurve {
      let output = step.made.record.handing(0, of: step.count).values
      kernels.back(
        through: activation, made: output, &sums, rows: rows, columns: units
      ) { self.sums(of: flow, rows: rows, on: step.desk) }
    }
    var result = LayerGradients(inputs: [[]])
    result.weights["kernel"] = transposedProduct(
      flow.values, sums, rows: flow.width, columns: units, depth: rows, kernels)
    if useBias { result.weights["bias"] = rowSums(sums, columns: units, kernels) }
    if step.isAsked[0] {
      result.inputs[0] = step.desk.weights.turnedKernel.product(of: sums, rows: rows, kernels)
    }
    return result
  }

  func lastSums(_ inputs: [Flow], of count: Int, on desk: Desk) -> [Float] {
    sums(of: inputs[0], rows: count * inputs[0].rows, on: desk)
  }

  private func sums(of flow: Flow, rows: Int, on desk: Desk) -> [Float] {
    var sums = product(
      flow.values, desk.weights.kernel, rows: rows, columns: units, depth: flow.width,
      desk.kernels)
    for place in sums.indices { sums[place] += desk.weights.bias[place % units] }
    return sums
  }
}
