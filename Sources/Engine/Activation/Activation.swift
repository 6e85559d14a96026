import Foundation
import Kernels

/// The curve that a layer puts its sums through, under the name Keras gives it.
///
/// A new one is a case and its line in `facts`.
package enum Activation: String, CaseIterable, Hashable, Sendable {
  /// The hyperbolic tangent, −1 to 1.
  case tanh
  /// 1 / (1 + e⁻ˣ), 0 to 1.
  case sigmoid
  /// max(x, 0).
  case relu
  /// x itself.
  case linear
  /// clip(x / 6 + 0.5, 0, 1), as Keras 3 has it.
  case hardSigmoid = "hard_sigmoid"
  /// clip(0.2·x + 0.5, 0, 1), which Keras 1 and 2 call hard_sigmoid.
  case hardSigmoidOfKeras2 = "hard_sigmoid_keras2"
  /// x / (1 + |x|), −1 to 1.
  case softsign
  /// ln(1 + eˣ), above 0.
  case softplus
  /// x, and eˣ − 1 below 0.
  case elu
  /// 1.0507·x, and 1.7581·(eˣ − 1) below 0.
  case selu
  /// x·Φ(x), with Φ the normal distribution.
  case gelu
  /// x·σ(x), which Keras calls swish too.
  case silu
  /// x·tanh(ln(1 + eˣ)).
  case mish
  /// x, and 0.2·x below 0.
  case leakyReLU = "leaky_relu"
  /// clip(x, 0, 6).
  case relu6
  /// clip(x, −1, 1).
  case hardTanh = "hard_tanh"
  /// x·clip(x / 6 + 0.5, 0, 1), which Keras calls hard_swish too.
  case hardSilu = "hard_silu"
  /// eˣ, above 0.
  case exponential
  /// eˣ over the sum of eˣ along the last axis; for Dense only.
  case softmax
}

extension Activation {
  private struct Facts {
    /// The engine's loop; nil where a whole row is tied together.
    var curve: Curve?
    /// What bounds the values; nil where nothing does.
    var range: ClosedRange<Float>?
    /// What stands before the brackets of an equation; nil where nothing happens.
    var symbol: String?
    /// In double precision.
    var value: @Sendable (Double) -> Double
  }

  private var facts: Facts {
    switch self {
    case .tanh:
      Facts(curve: .tanh, range: -1...1, symbol: rawValue) { Foundation.tanh($0) }
    case .sigmoid:
      Facts(curve: .sigmoid, range: 0...1, symbol: "σ") { 1 / (1 + Foundation.exp(-$0)) }
    case .relu:
      Facts(curve: .relu, range: nil, symbol: rawValue) { $0.isNaN ? $0 : max(0, $0) }
    case .linear:
      Facts(curve: .linear, range: nil, symbol: nil) { $0 }
    case .hardSigmoid:
      Facts(curve: .hardSigmoid, range: 0...1, symbol: rawValue) {
        $0.isNaN ? $0 : min(1, max(0, $0 / 6 + 0.5))
      }
    case .hardSigmoidOfKeras2:
      Facts(curve: .hardSigmoidOfKeras2, range: 0...1, symbol: rawValue) {
        $0.isNaN ? $0 : min(1, max(0, 0.2 * $0 + 0.5))
      }
    case .softsign:
      Facts(curve: .softsign, range: -1...1, symbol: rawValue) { $0 / (1 + $0.magnitude) }
    case .softplus: Facts(curve: .softplus, range: nil, symbol: rawValue) { Self.softplus($0) }
    case .elu:
      Facts(curve: .elu, range: nil, symbol: rawValue) { $0 > 0 ? $0 : Foundation.expm1($0) }
    case .selu:
      Facts(curve: .selu, range: nil, symbol: rawValue) {
        1.050_700_987_355_480_5 * ($0 > 0 ? $0 : 1.673_263_242_354_377_2 * Foundation.expm1($0))
      }
    case .gelu:
      Facts(curve: .gelu, range: nil, symbol: rawValue) {
        0.5 * $0 * Foundation.erfc(-$0 / 2.0.squareRoot())
      }
    case .silu:
      Facts(curve: .silu, range: nil, symbol: rawValue) { $0 / (1 + Foundation.exp(-$0)) }
    case .mish:
      Facts(curve: .mish, range: nil, symbol: rawValue) {
        $0 * Foundation.tanh(Self.softplus($0))
      }
    case .leakyReLU:
      Facts(curve: .leakyReLU, range: nil, symbol: rawValue) { $0 < 0 ? 0.2 * $0 : $0 }
    case .relu6:
      Facts(curve: .relu6, range: nil, symbol: rawValue) { $0.isNaN ? $0 : min(6, max(0, $0)) }
    case .hardTanh:
      Facts(curve: .hardTanh, range: -1...1, symbol: rawValue) {
        $0.isNaN ? $0 : min(1, max(-1, $0))
      }
    case .hardSilu:
      Facts(curve: .hardSilu, range: nil, symbol: rawValue) {
        $0.isNaN ? $0 : $0 * min(1, max(0, $0 / 6 + 0.5))
      }
    case .exponential:
      Facts(curve: .exponential, range: nil, symbol: "exp") { Foundation.exp($0) }
    case .softmax:
      Facts(curve: nil, range: 0...1, symbol: rawValue) { $0 }
    }
  }

  private static func softplus(_ x: Double) -> Double {
    max(x, 0) + Foundation.log1p(Foundation.exp(-x.magnitude))
  }

  /// What Keras 3 calls it; nil for what it has no name for.
  package var kerasName: String? { self == .hardSigmoidOfKeras2 ? nil : rawValue }

  /// The names that a file of Keras may have, others for the same curve aside.
  package static let kerasNames = allCases.compactMap(\.kerasName)

  /// The curve of one of Keras's names, as Keras 3 means them or an older Keras; nil for any other.
  package init?(keras name: String, isKeras3: Bool) {
    switch name {
    case "hard_sigmoid" where !isKeras3: self = .hardSigmoidOfKeras2
    case "swish": self = .silu
    case "hard_swish": self = .hardSilu
    default:
      guard let known = Activation(rawValue: name), known != .hardSigmoidOfKeras2 else {
        return nil
      }
      self = known
    }
  }

  /// The curve one number goes through; `nil` for softmax, which ties a whole row together.
  var curve: Curve? { facts.curve }

  /// What bounds its values; nil where nothing does.
  package var range: ClosedRange<Float>? { facts.range }

  /// The curve in double precision, to hold the engine's numbers against; softmax, which ties a
  /// whole row together, is no curve of one number and gives it back.
  package func value(at x: Double) -> Double { facts.value(x) }

  /// The curve as an equation has it: `σ(z)`, `tanh(z)`, `z`.
  package func words(of argument: String) -> String {
    facts.symbol.map { "\($0)(\(argument))" } ?? argument
  }
}
