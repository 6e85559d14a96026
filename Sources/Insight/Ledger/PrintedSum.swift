import Wording

/// A sum in thousandths whose printed addends add up to its printed total.
///
///     PrintedSum([0.3334, 0.3334], total: 0.6668, carrier: nil)   // 0.334 + 0.333 = 0.667
///
/// The total is its own number rounded and never bends; one addend, the carrier, takes what rounding
/// the others left over. Without a carrier it is the largest, where a thousandth tells least.
package struct PrintedSum: Hashable, Sendable {
  /// The addends in thousandths.
  package let addends: [Int]
  /// The total in thousandths.
  package let total: Int

  /// Nil where a number is not finite or too large for thousandths to mean anything.
  package init?(_ terms: [Double], total: Double, carrier: Int? = nil) {
    guard let total = Self.thousandths(total) else { return nil }
    var addends: [Int] = []
    var largest = 0
    for (place, term) in terms.enumerated() {
      guard let rounded = Self.thousandths(term) else { return nil }
      addends.append(rounded)
      if term.magnitude > terms[largest].magnitude { largest = place }
    }
    guard !addends.isEmpty else { return nil }
    var sum = 0
    for addend in addends { sum += addend }
    addends[carrier ?? largest] += total - sum
    self.addends = addends
    self.total = total
  }

  /// A number in thousandths, rounded as `decimal` rounds.
  package static func thousandths(_ number: Double) -> Int? {
    guard number.magnitude < 1e6 else { return nil }
    let rounded = Int((number.magnitude * 1000).rounded())
    return number < 0 ? -rounded : rounded
  }

  /// Thousandths as they are printed: `+0.334`, `-0.012`, `0.000`.
  package static func text(_ thousandths: Int) -> String {
    let fraction = String(thousandths.magnitude % 1000)
    let zeros = String(repeating: "0", count: 3 - fraction.count)
    let sign = thousandths < 0 ? "-" : thousandths > 0 ? "+" : ""
    return "\(sign)\(thousandths.magnitude / 1000).\(zeros)\(fraction)"
  }

  /// A printed number in so many characters: with fewer decimals where it is too long, in the end
  /// as a power of ten. A number cut short would be another number.
  package static func text(_ text: String, width: Int) -> String {
    guard text.count > width, let number = Double(text), number.isFinite else { return text }
    let isSigned = text.hasPrefix("+")
    if number.magnitude < 1e6 {
      for digits in [2, 1, 0] {
        let shorter = decimal(Float(number), digits: digits, signed: isSigned)
        if shorter.count <= width { return shorter }
      }
    }
    var mantissa = number
    var exponent = 0
    while mantissa.magnitude >= 9.5 {
      mantissa /= 10
      exponent += 1
    }
    return "\(decimal(Float(mantissa), digits: 0, signed: isSigned))e\(exponent)"
  }

  /// A number to three decimals, with its sign; one beyond them as short as it goes.
  package static func text(_ number: Double, signed: Bool = true) -> String {
    if !signed, number >= 0 { return String(text(number).trimmingPrefix("+")) }
    if let thousandths = thousandths(number) { return text(thousandths) }
    if !number.isFinite { return number.isNaN ? "nan" : number < 0 ? "-inf" : "+inf" }
    return (number > 0 ? "+" : "") + "\(Float(number))"
  }
}
