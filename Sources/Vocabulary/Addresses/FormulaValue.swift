import Wording

/// What a formula comes to.
package enum FormulaValue: Hashable, Sendable {
  case number(Double)
  case shape([Int])
  case word(String)
  case truth(Bool)
}

extension FormulaValue {
  /// As a sentence says it; `digits` behind the point, where a number needs them.
  package func text(digits: Int?) -> String {
    switch self {
    case .shape(let sizes): "(" + sizes.map(String.init).joined(separator: ", ") + ")"
    case .word(let word): word
    case .truth(let truth): truth ? "true" : "false"
    case .number(let number): Self.text(of: number, digits: digits)
    }
  }

  private static func text(of number: Double, digits: Int?) -> String {
    if digits == nil, number == number.rounded(), number.magnitude < 1e15 {
      return grouped(Int(number))
    }
    // A number that rounds to nothing is said in full, up to a point.
    var places = digits ?? 3
    if digits == nil, number != 0 {
      while places < 9, (number.magnitude * pow(10, places)).rounded() < 1 { places += 1 }
    }
    // Beyond what a network's numbers can be it is a formula's own.
    return Float(number).isFinite ? decimal(Float(number), digits: places) : "\(number)"
  }

  private static func pow(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
  }

  /// The number that it is; a shape of one axis is its length.
  package var number: Double? {
    switch self {
    case .number(let number): number
    case .shape(let sizes): sizes.count == 1 ? Double(sizes[0]) : nil
    case .word, .truth: nil
    }
  }

  /// The shape that it is; a whole number is a shape of one axis.
  package var shape: [Int]? {
    switch self {
    case .shape(let sizes): sizes
    case .number(let number): Int(exactly: number).map { [$0] }
    case .word, .truth: nil
    }
  }
}
