extension Curve {
  /// Whether the slope is worked out from where a number stood before the curve; where not, from where
  /// the curve took it, which is at hand anyway.
  @inlinable public var slopeNeedsSum: Bool {
    switch self {
    case .gelu, .silu, .mish, .hardSilu: true
    case .tanh, .sigmoid, .relu, .linear, .hardSigmoid, .hardSigmoidOfKeras2, .softsign, .softplus,
      .elu, .selu, .leakyReLU, .relu6, .hardTanh, .exponential:
      false
    }
  }
}

/// gradients[r, n] *= φ′, for gradients behind a curve φ: those before it.
///
/// `numbers` are what left the curve, or for a curve of `slopeNeedsSum` what entered it. At a bend the
/// slope is TensorFlow's: that of the lower side for relu and leaky_relu, of the upper for selu. Only
/// hard_tanh has 0 at −1 and 1 where TensorFlow has 1: what left the curve does not say whether it was cut.
@inlinable @inline(__always)
public func multiplyBySlopes<Rule: Rounding>(
  _ rule: Rule.Type, _ curve: Curve, of numbers: Rows, to gradients: MutableRows, rows: Int,
  columns: Int
) {
  let zero = Sixteen(repeating: 0)
  let one = Sixteen(repeating: 1)
  var row = 0
  while row < rows {
    let source = numbers.row(row)
    let target = gradients.row(row)
    switch curve {
    case .tanh: scaleEach(target, columns, by: source) { one - $0 * $0 }
    case .sigmoid: scaleEach(target, columns, by: source) { $0 * (one - $0) }
    case .relu:
      scaleEach(target, columns, by: source) { zero.replacing(with: one, where: $0 .> zero) }
    case .linear: break
    case .hardSigmoid:
      scaleEach(target, columns, by: source) { inside($0, 0, 1, slope: 1.0 / 6) }
    case .hardSigmoidOfKeras2:
      scaleEach(target, columns, by: source) { inside($0, 0, 1, slope: 0.2) }
    case .softsign:
      scaleEach(target, columns, by: source) { y in
        let rest = one - y.replacing(with: -y, where: y .< zero)
        return rest * rest
      }
    case .softplus: scaleEach(target, columns, by: source) { one - exponential(rule, -$0) }
    case .elu:
      scaleEach(target, columns, by: source) { ($0 + one).replacing(with: one, where: $0 .> zero) }
    case .selu:
      scaleEach(target, columns, by: source) {
        ($0 + Sixteen(repeating: 1.758_099_3)).replacing(
          with: Sixteen(repeating: 1.050_701), where: $0 .>= zero)
      }
    case .gelu:
      scaleEach(target, columns, by: source) { z in
        let density =
          exponential(rule, z * z * Sixteen(repeating: -0.5)) * Sixteen(repeating: 0.398_942_3)
        return gaussianShare(rule, z) + z * density
      }
    case .silu:
      scaleEach(target, columns, by: source) { z in
        let share = logistic(rule, z)
        return share * (one + z * (one - share))
      }
    case .mish:
      scaleEach(target, columns, by: source) { z in
        let bent = hyperbolicTangent(rule, softPlus(rule, z))
        return bent + z * (one - bent * bent) * logistic(rule, z)
      }
    case .leakyReLU:
      scaleEach(target, columns, by: source) {
        one.replacing(with: Sixteen(repeating: 0.2), where: $0 .<= zero)
      }
    case .relu6: scaleEach(target, columns, by: source) { inside($0, 0, 6, slope: 1) }
    case .hardTanh: scaleEach(target, columns, by: source) { inside($0, -1, 1, slope: 1) }
    case .hardSilu:
      scaleEach(target, columns, by: source) { z in
        let middle = z / Sixteen(repeating: 3) + Sixteen(repeating: 0.5)
        return middle.replacing(with: zero, where: z .<= Sixteen(repeating: -3))
          .replacing(with: one, where: z .>= Sixteen(repeating: 3))
      }
    case .exponential: scaleEach(target, columns, by: source) { $0 }
    }
    row += 1
  }
}

/// A slope between two bounds, 0 from them on.
@usableFromInline @_transparent
func inside(_ y: Sixteen, _ least: Float, _ most: Float, slope: Float) -> Sixteen {
  let zero = Sixteen(repeating: 0)
  return Sixteen(repeating: slope)
    .replacing(with: zero, where: y .<= Sixteen(repeating: least))
    .replacing(with: zero, where: y .>= Sixteen(repeating: most))
}

/// Multiplies every number of a row by what comes of that of another.
@usableFromInline @_transparent
func scaleEach(
  _ target: UnsafeMutablePointer<Float>, _ count: Int, by source: UnsafePointer<Float>,
  _ slope: (Sixteen) -> Sixteen
) {
  var index = 0
  while index < count {
    let left = count - index
    store(load(target + index, left) * slope(load(source + index, left)), target + index, left)
    index += 16
  }
}
