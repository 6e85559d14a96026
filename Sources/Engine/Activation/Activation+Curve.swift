import Kernels

extension Activation {
  /// The curve one number goes through; `nil` for softmax, which ties a whole row together.
  var curve: Curve? {
    switch self {
    case .tanh: .tanh
    case .sigmoid: .sigmoid
    case .relu: .relu
    case .linear: .linear
    case .hardSigmoid: .hardSigmoid
    case .softsign: .softsign
    case .softmax: nil
    }
  }
}
