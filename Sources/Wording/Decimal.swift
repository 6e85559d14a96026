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
  let counted = String(Int64(scaled))
  guard digits > 0 else { return sign + counted }
  let figures = String(repeating: "0", count: max(0, digits + 1 - counted.count)) + counted
  return "\(sign)\(figures.dropLast(digits)).\(figures.suffix(digits))"
}
