import Kernels

extension Conv1D {
  var lastCurve: Activation? { activation }

  func lastSums(_ inputs: [Flow], of count: Int, on desk: Desk) -> [Float] {
    sums(of: inputs[0], count, on: desk).values
  }

  /// Each place of the window is a `Dense` of its own: of the rows z that it adds to, ∂/∂K = xᵀ·∂/∂z and
  /// ∂/∂x += ∂/∂z·Kᵀ for the timesteps x that it reads.
  func backward(_ step: BackwardStep) -> LayerGradients {
    let flow = step.inputs[0]
    let kernels = step.desk.kernels
    let sums = step.beforeCurve(activation, width: filters) {
      self.sums(of: flow, step.count, on: step.desk).values
    }
    let (read, made) = (flow.width / groups, filters / groups)
    var kernel = [Float](repeating: 0, count: kernelSize * read * filters)
    var inputs = [Float](repeating: 0, count: step.isAsked[0] ? flow.values.count : 0)
    for place in 0..<kernelSize {
      let (from, to) = rows(reading: place, timesteps: flow.rows, of: step.count)
      if from.isEmpty { continue }
      for group in 0..<groups {
        let start = place * read * filters + group * made
        let handed = sums.block(of: to, from: group * made, made, width: filters)
        let x = flow.values.block(of: from, from: group * read, read, width: flow.width)
        let ofKernel = transposedProduct(
          x, handed, rows: read, columns: made, depth: from.count, kernels)
        for row in 0..<read {
          for column in 0..<made {
            kernel[start + row * filters + column] = ofKernel[row * made + column]
          }
        }
        if inputs.isEmpty { continue }
        let part = step.desk.weights.kernel.block(
          of: Array(place * read..<(place + 1) * read), from: group * made, made, width: filters)
        let ofInputs = product(
          handed, transposed(part, rows: read, columns: made), rows: from.count, columns: read,
          depth: made, kernels)
        for (row, timestep) in from.enumerated() {
          for column in 0..<read {
            inputs[timestep * flow.width + group * read + column] += ofInputs[row * read + column]
          }
        }
      }
    }
    var result = LayerGradients(inputs: [inputs], weights: ["kernel": kernel])
    if useBias { result.weights["bias"] = rowSums(sums, columns: filters, kernels) }
    return result
  }

  /// The timesteps of all observations that one place of the window reads, and the rows that it adds to.
  private func rows(
    reading place: Int, timesteps: Int, of count: Int
  ) -> (from: [Int], to: [Int]) {
    let rows = window.rows(of: timesteps) ?? 0
    let reading = window.rows(reading: place, of: rows, in: timesteps)
    let first = place * dilationRate - window.before(timesteps)
    return (
      (0..<count).flatMap { observation in
        reading.map { observation * timesteps + first + $0 * strides }
      },
      (0..<count).flatMap { observation in reading.map { observation * rows + $0 } }
    )
  }
}

extension [Float] {
  /// Some columns of some rows of a matrix of `width` columns.
  fileprivate func block(of rows: [Int], from first: Int, _ columns: Int, width: Int) -> [Float] {
    rows.flatMap { self[$0 * width + first..<$0 * width + first + columns] }
  }
}
