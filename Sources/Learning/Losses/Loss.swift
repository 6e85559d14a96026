import Engine
import Foundation

/// What a network is to make small, by Keras's names.
package enum Loss: String, CaseIterable, Codable, Hashable, Sendable {
  /// −y·ln p − (1 − y)·ln(1 − p), the mean over the units.
  case binaryCrossEntropy = "binary_crossentropy"
  /// −Σ y·ln p over the classes; a target is one-hot.
  case categoricalCrossEntropy = "categorical_crossentropy"
  /// −ln p of the true class; a target is its number, from 0.
  case sparseCategoricalCrossEntropy = "sparse_categorical_crossentropy"
  /// (p − y)², the mean over the units.
  case meanSquaredError = "mean_squared_error"
  /// |p − y|, the mean over the units.
  case meanAbsoluteError = "mean_absolute_error"

  /// How many numbers a target has for `units` that leave the network.
  package func targets(for units: Int) -> Int {
    self == .sparseCategoricalCrossEntropy ? 1 : units
  }

  /// The curve in front of which the loss starts, so that no digits are lost: Keras works out a
  /// cross-entropy from the sums where it finds the curve right behind them.
  var curve: Activation? {
    switch self {
    case .binaryCrossEntropy: .sigmoid
    case .categoricalCrossEntropy, .sparseCategoricalCrossEntropy: .softmax
    case .meanSquaredError, .meanAbsoluteError: nil
    }
  }

  /// The loss of one row, and its gradient: of `sums` where they are given, which went through `curve`, and
  /// otherwise of what left the network.
  func row(
    _ output: ArraySlice<Float>, sums: ArraySlice<Float>?, target: ArraySlice<Float>
  ) -> (loss: Double, gradient: [Double]) {
    let p = output.map(Double.init)
    let y = target.map(Double.init)
    switch self {
    case .binaryCrossEntropy: return binary(p, sums?.map(Double.init), y)
    case .categoricalCrossEntropy: return categorical(p, sums?.map(Double.init), y)
    case .sparseCategoricalCrossEntropy:
      let truth = p.indices.map { $0 == Int(y[0]) ? 1.0 : 0 }
      return categorical(p, sums?.map(Double.init), truth)
    case .meanSquaredError:
      let count = Double(p.count)
      let errors = zip(p, y).map { $0 - $1 }
      return (errors.reduce(0) { $0 + $1 * $1 } / count, errors.map { 2 * $0 / count })
    case .meanAbsoluteError:
      let count = Double(p.count)
      let errors = zip(p, y).map { $0 - $1 }
      return (
        errors.reduce(0) { $0 + $1.magnitude } / count,
        errors.map { $0 == 0 ? 0 : ($0 > 0 ? 1 : -1) / count }
      )
    }
  }

  private func binary(
    _ p: [Double], _ sums: [Double]?, _ y: [Double]
  ) -> (loss: Double, gradient: [Double]) {
    let count = Double(p.count)
    var loss = 0.0
    var gradient: [Double] = []
    for place in p.indices {
      if let z = sums?[place] {
        loss += max(z, 0) - z * y[place] + log1p(exp(-z.magnitude))
        gradient.append((1 / (1 + exp(-z)) - y[place]) / count)
      } else {
        let share = clipped(p[place])
        loss -= y[place] * log(share) + (1 - y[place]) * log(1 - share)
        gradient.append(
          isClipped(p[place]) ? 0 : (share - y[place]) / (share * (1 - share)) / count)
      }
    }
    return (loss / count, gradient)
  }

  private func categorical(
    _ p: [Double], _ sums: [Double]?, _ y: [Double]
  ) -> (loss: Double, gradient: [Double]) {
    if let z = sums {
      let top = z.max() ?? 0
      let logarithm = top + log(z.reduce(0) { $0 + exp($1 - top) })
      let whole = y.reduce(0, +)
      let loss = zip(z, y).reduce(0) { $0 + $1.1 * (logarithm - $1.0) }
      return (loss, zip(z, y).map { whole * exp($0 - logarithm) - $1 })
    }
    // As Keras has it, shares are brought to a sum of 1 first.
    let sum = p.reduce(0, +)
    let shares = p.map { $0 / sum }
    let loss = zip(shares, y).reduce(0) { $0 - $1.1 * log(clipped($1.0)) }
    let inner = zip(shares, y).map { isClipped($0) ? 0 : -$1 / $0 }
    let mean = zip(inner, shares).reduce(0) { $0 + $1.0 * $1.1 }
    return (loss, inner.map { ($0 - mean) / sum })
  }

  /// Keras's epsilon: shares are held so far from 0 and 1.
  private func clipped(_ share: Double) -> Double { min(max(share, 1e-7), 1 - 1e-7) }

  private func isClipped(_ share: Double) -> Bool { share < 1e-7 || share > 1 - 1e-7 }
}
