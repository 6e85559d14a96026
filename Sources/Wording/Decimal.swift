/// A number as the screens write it: with so many `digits` after the point, without a −0, and with a
/// `+` above zero where it is `signed`.
package func decimal(_ value: Float, digits: Int = 2, signed: Bool = false) -> String {
  guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
  // No Float has more digits behind its point than 149.
  let digits = min(max(0, digits), 149)
  var factor = 1.0
  for _ in 0..<min(digits, 22) { factor *= 10 }
  // Up to here each product is exact.
  if digits > 22 { factor = Double("1e\(digits)") ?? factor }
  let scaled = (Double(value).magnitude * factor).rounded()
  guard scaled < 1e15 else { return "\(value)" }
  let sign = scaled == 0 ? (signed ? " " : "") : value < 0 ? "-" : signed ? "+" : ""
  let count = Int64(scaled)
  guard digits > 0 else { return sign + String(count) }
  guard digits <= 15 else {
    let counted = String(count)
    let figures = String(repeating: "0", count: max(0, digits + 1 - counted.count)) + counted
    return "\(sign)\(figures.dropLast(digits)).\(figures.suffix(digits))"
  }
  return sign + decimal(count, digits)
}

/// A number in one figure or two and a power of ten: `2e4`, `1.8e4`, `2.3e-5`.
package func scientific(_ value: Float, inTwoFigures: Bool = true) -> String {
  guard value.isFinite, value != 0 else { return decimal(value, digits: 0) }
  // What is rounded up to ten has one power more.
  let most = inTwoFigures ? 9.95 : 9.5
  var rest = Double(value.magnitude)
  var exponent = 0
  while rest >= most {
    rest /= 10
    exponent += 1
  }
  while rest < most / 10 {
    rest *= 10
    exponent -= 1
  }
  return "\(value < 0 ? "-" : "")\(decimal(Float(rest), digits: inTwoFigures ? 1 : 0))e\(exponent)"
}

/// A count of so small parts of one, 10⁻ᵈⁱᵍⁱᵗˢ each, with its point.
private func decimal(_ count: Int64, _ digits: Int) -> String {
  var rest = count
  var length = digits + 1
  var bound = (0..<length).reduce(Int64(1)) { power, _ in power * 10 }
  while rest >= bound {
    bound *= 10
    length += 1
  }
  // From the last digit to the first, and the point among them.
  return String(unsafeUninitializedCapacity: length + 1) { bytes in
    for place in stride(from: length, through: 0, by: -1) {
      if place == length - digits {
        bytes[place] = UInt8(ascii: ".")
      } else {
        bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
    }
    return length + 1
  }
}
