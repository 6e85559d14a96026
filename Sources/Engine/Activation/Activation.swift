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
  /// x / (1 + |x|), −1 to 1.
  case softsign
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
    case .softsign:
      Facts(curve: .softsign, range: -1...1, symbol: rawValue) { $0 / (1 + $0.magnitude) }
    case .softmax:
      Facts(curve: nil, range: 0...1, symbol: rawValue) { $0 }
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
