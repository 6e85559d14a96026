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
  /// x / (1 + |x|).
  case softsign
  /// eˣ; 0 below −87.33 and infinity from 88.37 on.
  case exponential
}

/// Sixteen numbers, what the elementwise loops work on.
public typealias Sixteen = SIMD16<Float>

/// eˣ within 1 ulp, between −87.33 and 88.37.
///
/// x = n · ln 2 + r with |r| ≤ ln 2 / 2, so eˣ = 2ⁿ · eʳ, and eʳ = 1 + r + r² · P(r). P is of the
/// fourth degree, with the smallest relative error over that range (0.05 ulp), found by
/// reweighted least squares in 40 digits. ln 2 is taken in two parts: the first has few enough digits
/// for n times it to be exact.
@inlinable @inline(__always)
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
@inlinable @inline(__always)
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
@inlinable @inline(__always)
public func logistic<Rule: Rounding>(_ rule: Rule.Type, _ x: Sixteen) -> Sixteen {
  let one = Sixteen(repeating: 1)
  return one / (one + exponential(rule, -x))
}

/// clip(x / 6 + 0.5, 0, 1); NaN stays NaN.
@inlinable @inline(__always)
public func hardLogistic(_ x: Sixteen) -> Sixteen {
  let line = x / Sixteen(repeating: 6) + Sixteen(repeating: 0.5)
  let zero = Sixteen(repeating: 0)
  let one = Sixteen(repeating: 1)
  return line.replacing(with: zero, where: line .< zero).replacing(with: one, where: line .> one)
}

/// x / (1 + |x|).
@inlinable @inline(__always)
public func softSign(_ x: Sixteen) -> Sixteen {
  let magnitude = unsafeBitCast(
    unsafeBitCast(x, to: SIMD16<UInt32>.self) & SIMD16<UInt32>(repeating: 0x7FFF_FFFF),
    to: Sixteen.self)
  return x / (Sixteen(repeating: 1) + magnitude)
}
