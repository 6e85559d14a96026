import Wording

/// A number as the screens write it: with so many `digits` after the point, without a −0, and with a
/// `+` above zero where it is `signed`.
package func decimal(_ value: Float, digits: Int = 2, signed: Bool = false) -> String {
  guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
  var factor = 1.0
  for _ in 0..<digits { factor *= 10 }
  let scaled = (Double(value).magnitude * factor).rounded()
  guard scaled < 1e15 else { return "\(value)" }
  let whole = Int64(scaled)
  let sign = whole == 0 ? (signed ? " " : "") : value < 0 ? "-" : signed ? "+" : ""
  guard digits > 0 else { return "\(sign)\(whole)" }
  let unit = Int64(factor)
  let fraction = String(whole % unit)
  let zeros = String(repeating: "0", count: digits - fraction.count)
  return "\(sign)\(whole / unit).\(zeros)\(fraction)"
}

/// How many there are of a thing: 1 cell, 6,400 numbers.
func counted(_ number: Int, _ thing: String) -> String {
  "\(grouped(number)) \(thing)\(number == 1 ? "" : "s")"
}
