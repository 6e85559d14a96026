/// Where sign, exponent and mantissa of a floating-point number stand, in bits from the lowest.
struct FloatFormat: Hashable, Sendable {
  let sign: Int
  let exponentStart: Int
  let exponentCount: Int
  let mantissaStart: Int
  let mantissaCount: Int
  let bias: Int

  /// IEEE 754 with 32 bits.
  static let single = FloatFormat(23, 8, 127)
  /// IEEE 754 with 64 bits.
  static let double = FloatFormat(52, 11, 1023)

  /// A sign, an exponent and a mantissa, one behind the other.
  private init(_ mantissa: Int, _ exponent: Int, _ bias: Int) {
    sign = mantissa + exponent
    exponentStart = mantissa
    exponentCount = exponent
    mantissaStart = 0
    mantissaCount = mantissa
    self.bias = bias
  }

  /// Nil for what a `Double` does not hold, and for mantissas that write out their first bit.
  init?(
    sign: Int, exponent: (start: Int, count: Int), mantissa: (start: Int, count: Int), bias: Int,
    isNormalized: Bool
  ) {
    guard isNormalized, (2...11).contains(exponent.count), (1...52).contains(mantissa.count),
      bias > 0, bias < 1 << exponent.count
    else { return nil }
    self.sign = sign
    exponentStart = exponent.start
    exponentCount = exponent.count
    mantissaStart = mantissa.start
    mantissaCount = mantissa.count
    self.bias = bias
  }

  /// The highest bit that it looks at.
  var highestBit: Int {
    max(sign, exponentStart + exponentCount - 1, mantissaStart + mantissaCount - 1)
  }

  /// The number of its bits, exactly.
  func value(_ bits: UInt64) -> Double {
    if self == .double { return Double(bitPattern: bits) }
    let top = 1 << exponentCount - 1
    let exponent = Int(truncatingIfNeeded: bits >> UInt64(exponentStart)) & top
    let mantissa = bits >> UInt64(mantissaStart) & (1 << UInt64(mantissaCount) - 1)
    let isNegative = bits >> UInt64(sign) & 1 == 1
    let magnitude: Double =
      if exponent == top {
        mantissa == 0 ? .infinity : .nan
      } else if exponent == 0 {
        Double(mantissa) * power(1 - bias - mantissaCount)
      } else {
        (1 + Double(mantissa) * power(-mantissaCount)) * power(exponent - bias)
      }
    return isNegative ? -magnitude : magnitude
  }

  private func power(_ exponent: Int) -> Double {
    Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
