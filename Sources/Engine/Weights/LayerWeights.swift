import Kernels

/// The weights of one layer at hand; no recurrent kernel for Dense.
struct LayerWeights: Hashable, Sendable {
  var kernel: [Float]
  var recurrentKernel: [Float]
  /// Zeros for a layer without bias.
  var bias: [Float]

  /// The weights of a planned layer out of those of a network that has them all.
  init(_ planned: PlannedLayer, from weights: [String: Tensor]) {
    func values(_ name: String) -> [Float] {
      weights[planned.layer.name + "/" + name]?.values ?? []
    }
    kernel = values("kernel")
    switch planned.layer {
    case .lstm(let settings):
      recurrentKernel = values("recurrent_kernel")
      bias =
        settings.useBias
        ? values("bias") : [Float](repeating: 0, count: 4 * settings.units)
    case .dense(let settings):
      recurrentKernel = []
      bias = settings.useBias ? values("bias") : [Float](repeating: 0, count: settings.units)
    }
  }

  /// Lends the cell of an LSTM with these weights.
  func withCell<Result>(
    _ settings: LSTM, features: Int, kernels: Kernels, _ body: (LSTMCell) -> Result
  ) -> Result {
    kernel.withUnsafeBufferPointer { kernel in
      recurrentKernel.withUnsafeBufferPointer { recurrentKernel in
        bias.withUnsafeBufferPointer { bias in
          guard let kernel = kernel.baseAddress, let bias = bias.baseAddress,
            let recurrentKernel = recurrentKernel.baseAddress,
            let activation = settings.activation.curve,
            let recurrentActivation = settings.recurrentActivation.curve
          else { preconditionFailure("a planned LSTM has weights and no softmax") }
          return body(
            LSTMCell(
              units: settings.units, features: features, activation: activation,
              recurrentActivation: recurrentActivation,
              kernel: Rows(kernel, stride: 4 * settings.units),
              recurrentKernel: Rows(recurrentKernel, stride: 4 * settings.units), bias: bias,
              kernels: kernels))
        }
      }
    }
  }
}
