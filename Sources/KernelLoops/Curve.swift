/// A function from one number to one number.
@frozen public enum Curve: Int, CaseIterable, Sendable {
  /// The hyperbolic tangent.
  case tanh
  /// 1 / (1 + e⁻ˣ).
  case sigmoid
  /// max(x, 0).
  case relu
  /// x.
  case linear
  /// clip(x / 6 + 0.5, 0, 1).
  case hardSigmoid
  /// clip(0.2·x + 0.5, 0, 1).
  case hardSigmoidOfKeras2
  /// x / (1 + |x|).
  case softsign
  /// ln(1 + eˣ).
  case softplus
  /// x, and eˣ − 1 below 0.
  case elu
  /// 1.0507·x, and 1.7581·(eˣ − 1) below 0.
  case selu
  /// x·Φ(x), with Φ the normal distribution.
  case gelu
  /// x / (1 + e⁻ˣ).
  case silu
  /// x·tanh(ln(1 + eˣ)).
  case mish
  /// x, and 0.2·x below 0.
  case leakyReLU
  /// clip(x, 0, 6).
  case relu6
  /// clip(x, −1, 1).
  case hardTanh
  /// x·clip(x / 6 + 0.5, 0, 1).
  case hardSilu
  /// eˣ; 0 below −87.33 and infinity from 88.37 on.
  case exponential
}

/// Sixteen numbers, what the elementwise loops work on.
///
/// The functions of them are transparent: as functions of their own, which `inline(__always)` does not rule
/// out, they would get and give their numbers four at a time and work on them so.
public typealias Sixteen = SIMD16<Float>

/// eˣ within 1 ulp, between −87.33 and 88.37.
///
/// x = n · ln 2 + r with |r| ≤ ln 2 / 2, so eˣ = 2ⁿ · eʳ, and eʳ = 1 + r + r² · P(r). P is of the
/// fourth degree, with the smallest relative error over that range (0.05 ulp), found by
/// reweighted least squares in 40 digits. ln 2 is taken in two parts: the first has few enough digits
/// for n times it to be exact.
@_transparent
public func exponential<Rule: Rounding>(_ rule: Rule.Type, _ x: Sixteen) -> Sixteen {
  // Adding 1.5 · 2²³ rounds to an integer and leaves it in the lowest bits. NaN runs through.
  let shift = Sixteen(repeating: 12_582_912)
  let shifted = Rule.add(x, Sixteen(repeating: 1.442_695), to: shift)
  let n = shifted - shift
  let rough = Rule.add(n, Sixteen(repeating: -0.693_359_375), to: x)
  let r = Rule.add(n, Sixteen(repeating: 0.000_212_194_44), to: rough)
  var polynomial = Sixteen(repeating: 0.001_381_446_7)
  polynomial = Rule.add(polynomial, r, to: Sixteen(repeating: 0.008_368_781))
  polynomial = Rule.add(polynomial, r, to: Sixteen(repeating: 0.041_668_393))
  polynomial = Rule.add(polynomial, r, to: Sixteen(repeating: 0.166_665_2))
  polynomial = Rule.add(polynomial, r, to: Sixteen(repeating: 0.499_999_94))
  let fraction = Sixteen(repeating: 1) + Rule.add(r * r, polynomial, to: r)
  let exponent =
    (unsafeBitCast(shifted, to: SIMD16<Int32>.self) &<< 23) &+ SIMD16<Int32>(repeating: 127 << 23)
  var result = fraction * unsafeBitCast(exponent, to: Sixteen.self)
  result.replace(with: Sixteen(repeating: 0), where: x .< Sixteen(repeating: -87.33))
  result.replace(with: Sixteen(repeating: .infinity), where: x .>= Sixteen(repeating: 88.37))
  return result
}

/// tanh x within 2 ulp.
///
/// Up to 0.625, where 1 − 2 / (e²ˣ + 1) would lose digits, x + x³ · P(x²) with P found as for
/// `exponential` (0.08 ulp).
@_transparent
public func hyperbolicTangent<Rule: Rounding>(_ rule: Rule.Type, _ x: Sixteen) -> Sixteen {
  let signBits = SIMD16<UInt32>(repeating: 0x8000_0000)
  let bits = unsafeBitCast(x, to: SIMD16<UInt32>.self)
  let magnitude = unsafeBitCast(bits & ~signBits, to: Sixteen.self)
  let one = Sixteen(repeating: 1)
  let far = one - Sixteen(repeating: 2) / (exponential(rule, magnitude + magnitude) + one)
  let square = x * x
  var polynomial = Sixteen(repeating: -0.005_704_986_4)
  polynomial = Rule.add(polynomial, square, to: Sixteen(repeating: 0.020_639_086))
  polynomial = Rule.add(polynomial, square, to: Sixteen(repeating: -0.053_739_715))
  polynomial = Rule.add(polynomial, square, to: Sixteen(repeating: 0.133_314_42))
  polynomial = Rule.add(polynomial, square, to: Sixteen(repeating: -0.333_332_8))
  let near = Rule.add(x * square, polynomial, to: x)
  let signed = unsafeBitCast(
    unsafeBitCast(far, to: SIMD16<UInt32>.self) | (bits & signBits), to: Sixteen.self)
  return signed.replacing(with: near, where: magnitude .< Sixteen(repeating: 0.625))
}

/// 1 / (1 + e⁻ˣ) within 3 ulp where it is above 1.2 · 10⁻³⁸.
@_transparent
public func logistic<Rule: Rounding>(_ rule: Rule.Type, _ x: Sixteen) -> Sixteen {
  let one = Sixteen(repeating: 1)
  return one / (one + exponential(rule, -x))
}

/// clip(x / 6 + 0.5, 0, 1); NaN stays NaN.
@_transparent
public func hardLogistic(_ x: Sixteen) -> Sixteen {
  let line = x / Sixteen(repeating: 6) + Sixteen(repeating: 0.5)
  let zero = Sixteen(repeating: 0)
  let one = Sixteen(repeating: 1)
  return line.replacing(with: zero, where: line .< zero).replacing(with: one, where: line .> one)
}

/// x / (1 + |x|).
@_transparent
public func softSign(_ x: Sixteen) -> Sixteen {
  let magnitude = unsafeBitCast(
    unsafeBitCast(x, to: SIMD16<UInt32>.self) & SIMD16<UInt32>(repeating: 0x7FFF_FFFF),
    to: Sixteen.self)
  return x / (Sixteen(repeating: 1) + magnitude)
}

/// x within bounds; NaN stays NaN.
@_transparent
public func clipped(_ x: Sixteen, _ least: Float, _ most: Float) -> Sixteen {
  let low = Sixteen(repeating: least)
  let high = Sixteen(repeating: most)
  return x.replacing(with: low, where: x .< low).replacing(with: high, where: x .> high)
}

/// ln(1 + eˣ) within 4 ulp where it is above 10⁻³⁷.
///
/// max(x, 0) + ln(1 + u) with u = e^−|x| ≤ 1, and ln(1 + u) = 2·artanh(s) with s = u / (2 + u) ≤ 1/3, by its
/// series up to s¹⁵ (the rest is below 2·10⁻⁹ of it).
@_transparent
public func softPlus<Rule: Rounding>(_ rule: Rule.Type, _ x: Sixteen) -> Sixteen {
  let zero = Sixteen(repeating: 0)
  let magnitude = x.replacing(with: -x, where: x .< zero)
  let u = exponential(rule, -magnitude)
  let s = u / (Sixteen(repeating: 2) + u)
  let square = s * s
  var series = Sixteen(repeating: 1 / 15)
  var odd: Float = 13
  while odd > 1 {
    series = Rule.add(series, square, to: Sixteen(repeating: 1 / odd))
    odd -= 2
  }
  let logarithm = Rule.add(s * square, series, to: s) * Sixteen(repeating: 2)
  return logarithm + x.replacing(with: zero, where: x .< zero)
}

/// x where it is above 0, and `scale`·(eˣ − 1) below.
@_transparent
public func exponentialUnit<Rule: Rounding>(
  _ rule: Rule.Type, _ x: Sixteen, above: Float, below: Float
) -> Sixteen {
  // eˣ − 1 = tanh(x/2)·(eˣ + 1), which loses no digits near 0.
  let half = hyperbolicTangent(rule, x * Sixteen(repeating: 0.5))
  let curved = half * (exponential(rule, x) + Sixteen(repeating: 1))
  return (curved * Sixteen(repeating: below)).replacing(
    with: x * Sixteen(repeating: above), where: x .> Sixteen(repeating: 0))
}

/// x·Φ(x) within 3·10⁻⁷ of |x|.
@_transparent
public func gaussianUnit<Rule: Rounding>(_ rule: Rule.Type, _ x: Sixteen) -> Sixteen {
  x * gaussianShare(rule, x)
}

/// Φ(x), the share of the normal distribution up to x, with erf from Abramowitz and Stegun, 7.1.26.
@_transparent
public func gaussianShare<Rule: Rounding>(_ rule: Rule.Type, _ x: Sixteen) -> Sixteen {
  let one = Sixteen(repeating: 1)
  let zero = Sixteen(repeating: 0)
  let scaled = x * Sixteen(repeating: 0.707_106_77)
  let magnitude = scaled.replacing(with: -scaled, where: scaled .< zero)
  let t = one / Rule.add(magnitude, Sixteen(repeating: 0.327_591_1), to: one)
  var polynomial = Sixteen(repeating: 1.061_405_4)
  polynomial = Rule.add(polynomial, t, to: Sixteen(repeating: -1.453_152))
  polynomial = Rule.add(polynomial, t, to: Sixteen(repeating: 1.421_413_8))
  polynomial = Rule.add(polynomial, t, to: Sixteen(repeating: -0.284_496_72))
  polynomial = Rule.add(polynomial, t, to: Sixteen(repeating: 0.254_829_6))
  // What is left of 1 on the far side, half of which is Φ below 0.
  let rest = polynomial * t * exponential(rule, -(magnitude * magnitude))
  let half = Sixteen(repeating: 0.5)
  return (one - rest * half).replacing(with: rest * half, where: x .< zero)
}

/// x, and 0.2·x below 0.
@_transparent
public func leakyUnit(_ x: Sixteen) -> Sixteen {
  x.replacing(with: x * Sixteen(repeating: 0.2), where: x .< Sixteen(repeating: 0))
}
