import Wording

/// What the full height of a bar, or the full strength of a colour, stands for.
package enum ValueScale: Hashable, Sendable {
  /// 0 to 1.
  case unit
  /// Minus to plus the number, which no value may exceed.
  case symmetric(Float)

  /// The scale of a range: 0 to 1 as it is, any other as far down as up; nil without one.
  package init?(_ range: ClosedRange<Float>?) {
    guard let range else { return nil }
    self = range == 0...1 ? .unit : .symmetric(max(-range.lowerBound, range.upperBound))
  }

  /// What it reaches to.
  package var most: Float {
    switch self {
    case .unit: 1
    case .symmetric(let most): most
    }
  }

  /// The scale in words: `0–1`, `±1`, `±2.66`.
  package var text: String {
    switch self {
    case .unit: "0–1"
    case .symmetric(let most) where most == 1: "±1"
    // Five characters at most: the column beside the value holds no more.
    case .symmetric(let most) where most < 0.1: "±" + decimal(most, digits: 3).dropFirst()
    case .symmetric(let most):
      "±" + decimal(most, digits: most < 10 ? 2 : most < 100 ? 1 : 0)
    }
  }
}
