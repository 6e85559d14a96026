import Foundation
import Wording

/// What the full height of a bar, or the full strength of a colour, stands for.
package enum ValueScale: Hashable, Sendable {
  /// 0 to 1.
  case unit
  /// Minus to plus the number, which no value may exceed.
  case symmetric(Float)
  /// A size of which the full height is the number, and each eighth less half a power of ten less: 10⁻⁴
  /// of the number and what is below stands on the floor.
  case decades(Float)

  /// The scale of a range: 0 to 1 as it is, any other as far down as up; nil without one.
  package init?(_ range: ClosedRange<Float>?) {
    guard let range else { return nil }
    self = range == 0...1 ? .unit : .symmetric(max(-range.lowerBound, range.upperBound))
  }

  /// Whether numbers below zero stand on it.
  package var isSigned: Bool { if case .symmetric = self { true } else { false } }

  /// What it reaches to.
  package var most: Float {
    switch self {
    case .unit: 1
    case .symmetric(let most), .decades(let most): most
    }
  }

  /// The scale in words: `0–1`, `±1`, `±2.66`, `±1.8e4`.
  package var text: String {
    switch self {
    case .unit: "0–1"
    case .symmetric(let most) where most == 1: "±1"
    // Five characters at most, six of what is large: the column beside the value holds no more.
    case .symmetric(let most) where most < 0.0095: "±" + brief(most)
    case .symmetric(let most) where most < 0.1: "±" + decimal(most, digits: 3).dropFirst()
    case .symmetric(let most) where most >= 9999.5: "±" + scientific(most)
    case .symmetric(let most):
      "±" + decimal(most, digits: most < 10 ? 2 : most < 100 ? 1 : 0)
    case .decades(let most): "≤" + brief(most)
    }
  }

  /// The same in a column that does not hold that.
  package var briefText: String {
    if case .symmetric(let most) = self, most >= 9999.5 { "±" + brief(most) } else { text }
  }

  /// The share of the full height at which a size stands where the scale is one of `decades`, 0 to 1.
  package static func share(ofDecades value: Float, _ most: Float) -> Float {
    guard most > 0, value > 0 else { return 0 }
    return min(1, max(0, 1 + log10(value / most) / decades))
  }

  /// How many powers of ten lie between the floor and the full height.
  private static let decades: Float = 4
}
