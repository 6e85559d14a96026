import Engine
import Foundation

extension Activation {
  /// The curve in double precision, to hold the engine's numbers against; softmax, which ties a
  /// whole row together, is no curve of one number and gives it back.
  func value(at x: Double) -> Double {
    switch self {
    case .tanh: Foundation.tanh(x)
    case .sigmoid: 1 / (1 + Foundation.exp(-x))
    case .relu: x.isNaN ? x : max(0, x)
    case .hardSigmoid: x.isNaN ? x : min(1, max(0, x / 6 + 0.5))
    case .softsign: x / (1 + x.magnitude)
    case .linear, .softmax: x
    }
  }

  /// What a Dense layer does with a sum, behind "weighs them all": empty where it does nothing.
  var use: String {
    switch self {
    case .linear: ""
    case .relu: " and takes relu of the sum, 0 where it is negative"
    case .sigmoid: " and takes σ of the sum, from 0 to 1, 0.5 at a sum of 0"
    case .softmax: " and takes softmax of the sums: shares that make 1"
    case .tanh, .hardSigmoid, .softsign: " and takes \(rawValue) of the sum"
    }
  }

  /// The curve as an equation has it: `σ(z)`, `tanh(z)`, `z`.
  func words(of argument: String) -> String {
    switch self {
    case .sigmoid: "σ(\(argument))"
    case .linear: argument
    case .tanh, .relu, .hardSigmoid, .softsign, .softmax: "\(rawValue)(\(argument))"
    }
  }
}
