import Wording

/// A sum in thousandths whose printed addends add up to its printed total.
///
///     PrintedSum([0.3334, 0.3334], total: 0.6668, carrier: nil)   // 0.334 + 0.333 = 0.667
///
/// The total is its own number rounded and never bends; one addend, the carrier, takes what rounding
/// the others left over. Without a carrier those that rounding moved most bend back, each by a thousandth:
/// of equal ones the largest, where it tells least.
package struct PrintedSum: Hashable, Sendable {
  /// The addends in thousandths.
  package let addends: [Int]
  /// The total in thousandths.
  package let total: Int

  /// Nil where a number is not finite or too large for thousandths to mean anything, and where the
  /// total is not that of the addends.
  package init?(_ terms: [Double], total: Double, carrier: Int? = nil) {
    guard let total = Self.thousandths(total) else { return nil }
    var addends: [Int] = []
    for term in terms {
      guard let rounded = Self.thousandths(term) else { return nil }
      addends.append(rounded)
    }
    guard !addends.isEmpty else { return nil }
    let rest = total - addends.reduce(0, +)
    if let carrier {
      addends[carrier] += rest
    } else if rest.magnitude > addends.count {
      return nil
    } else if rest != 0 {
      // How far each was moved against the direction in which the sum has to go on, in 10⁻⁹: what is equal in
      // decimals is to be equal.
      func distance(_ place: Int) -> Double {
        ((terms[place] * 1000 - Double(addends[place])) * Double(rest.signum()) * 1e6).rounded()
      }
      let order = terms.indices.map { ($0, distance($0)) }.sorted {
        ($1.1, terms[$1.0].magnitude) < ($0.1, terms[$0.0].magnitude)
      }
      for step in 0..<Int(rest.magnitude) {
        addends[order[step].0] += rest.signum()
      }
    }
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
