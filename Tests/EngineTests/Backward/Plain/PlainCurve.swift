import Foundation

@testable import Engine

extension Activation {
  /// What a row becomes, straight from the definition.
  func plain(_ row: [Double]) -> [Double] {
    guard self == .softmax else { return row.map(plain) }
    let powers = row.map { exp($0) }
    return powers.map { $0 / powers.reduce(0, +) }
  }

  /// What one number becomes.
  func plain(_ x: Double) -> Double {
    switch self {
    case .tanh: Foundation.tanh(x)
    case .sigmoid: 1 / (1 + exp(-x))
    case .relu: max(x, 0)
    case .linear, .softmax: x
    case .hardSigmoid: min(max(x / 6 + 0.5, 0), 1)
    case .hardSigmoidOfKeras2: min(max(0.2 * x + 0.5, 0), 1)
    case .softsign: x / (1 + abs(x))
    case .softplus: log(1 + exp(x))
    case .elu: x > 0 ? x : exp(x) - 1
    case .selu: 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * (exp(x) - 1))
    case .gelu: x / 2 * (1 + erf(x / 2.0.squareRoot()))
    case .silu: x / (1 + exp(-x))
    case .mish: x * Foundation.tanh(log(1 + exp(x)))
    case .leakyReLU: x > 0 ? x : 0.2 * x
    case .relu6: min(max(x, 0), 6)
    case .hardTanh: min(max(x, -1), 1)
    case .hardSilu: x * min(max(x / 6 + 0.5, 0), 1)
    case .exponential: exp(x)
    }
  }
}
