import Engine

extension Activation {
  /// What a Dense layer does with a sum, behind "weighs them all": empty where it does nothing.
  package var use: String {
    switch self {
    case .linear: ""
    case .relu: " and takes relu of the sum, 0 where it is negative"
    case .sigmoid: " and takes σ of the sum, from 0 to 1, 0.5 at a sum of 0"
    case .softmax: " and takes softmax of the sums: shares that make 1"
    case .tanh, .hardSigmoid, .hardSigmoidOfKeras2, .softsign, .softplus, .elu, .selu, .gelu, .silu,
      .mish, .leakyReLU, .relu6, .hardTanh, .hardSilu, .exponential:
      " and takes \(rawValue) of the sum"
    }
  }
}
