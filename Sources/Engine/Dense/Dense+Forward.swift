import Kernels

extension Dense {
  /// y = φ(x·K + b) for `rows` rows of `features`, whatever axes they come from.
  func outputs(
    of inputs: UnsafePointer<Float>, rows: Int, features: Int, weights: LayerWeights,
    kernels: Kernels
  ) -> [Float] {
    [Float](unsafeUninitializedCapacity: rows * units) { buffer, count in
      count = rows * units
      guard let start = buffer.baseAddress else { return }
      let sums = MutableRows(start, stride: units)
      weights.bias.withUnsafeBufferPointer { bias in
        weights.kernel.withUnsafeBufferPointer { kernel in
          guard let bias = bias.baseAddress, let kernel = kernel.baseAddress else { return }
          kernels.copyRows(Rows(bias, stride: 0), to: sums, rows: rows, columns: units)
          kernels.addProduct(
            of: Rows(inputs, stride: features), and: Rows(kernel, stride: units), to: sums,
            rows: rows, columns: units, depth: features)
        }
      }
      if let curve = activation.curve {
        kernels.apply(curve, to: sums, rows: rows, columns: units)
      } else {
        kernels.softmax(sums, rows: rows, columns: units)
      }
    }
  }
}
