import Engine
import Foundation

/// What the activation of a Dense layer makes of one unit's sum z.
///
/// Softmax ties all units together; with the sums of the others as they are it is a curve of one, too:
///
///     softmax(z) = e^z / (e^z + e^z′ + …) = 1 / (1 + e^(L − z)),   L = log(e^z′ + …)
package struct DenseCurve: Sendable {
  package let activation: Activation
  /// L of a softmax.
  private let rivals: Double

  /// The curve of a unit in what its layer has read.
  package init(_ reading: DenseReading, unit: Int) {
    activation = reading.settings.activation
    rivals = activation == .softmax ? reading.rivals(of: unit) : 0
  }

  /// The output of a sum.
  package func value(at z: Double) -> Double {
    activation == .softmax ? 1 / (1 + exp(rivals - z)) : activation.value(at: z)
  }

  /// The sums between which the curve shows its form, where sums reach up to `most`.
  package func form(most: Double) -> ClosedRange<Double> {
    switch activation {
    case .sigmoid: return -5...5
    case .tanh, .hardTanh: return -3...3
    case .hardSigmoid, .hardSigmoidOfKeras2, .softsign, .softplus, .elu, .selu, .gelu, .silu, .mish,
      .hardSilu:
      return -4...4
    case .relu6: return -2...8
    case .exponential: return -3...2
    case .relu, .leakyReLU, .linear:
      let side = most > 0 && most.isFinite ? most / 3 : 1
      return -side...side
    case .softmax: return rivals.isFinite ? rivals - 5...rivals + 5 : -1...1
    }
  }

  /// The outputs that a picture of the curve has to hold: what bounds them, or what they come to
  /// between two sums, as far down as up where any is below zero.
  package func heights(from low: Double, to high: Double) -> ClosedRange<Double> {
    if let range = activation.range { return Double(range.lowerBound)...Double(range.upperBound) }
    // Some dip between the ends.
    let values = (0...32).map { value(at: low + (high - low) * Double($0) / 32) }
    let (bottom, top) = (min(0, values.min() ?? 0), max(0, values.max() ?? 0))
    guard bottom < 0 else { return 0...(top > 0 ? top : 1) }
    let most = max(-bottom, top)
    return -most...most
  }
}
