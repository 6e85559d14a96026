import Kernels

extension Dense: ComputingLayer {
  func run(
    _ flow: Network.Flow, of count: Int, with weights: LayerWeights,
    under interventions: Interventions, _ kernels: Kernels
  ) -> LayerRecord {
    .output(
      flow.values.withUnsafeBufferPointer { inputs -> [Float] in
        guard let inputs = inputs.baseAddress else { return [] }
        return outputs(
          of: inputs, rows: count * (flow.timesteps ?? 1), features: flow.width, weights: weights,
          kernels: kernels)
      })
  }

  func leaving(_ record: LayerRecord, of count: Int, timesteps: Int?) -> Network.Flow {
    Network.Flow(values: record.shown, timesteps: timesteps, width: units)
  }

  /// y = φ(x·K + b) for `rows` rows of `features`, whatever axes they come from.
  private func outputs(
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
