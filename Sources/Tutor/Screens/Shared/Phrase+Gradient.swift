import Insight
import Phrases

extension Phrase {
  /// A gradient in at most five characters: `+.04`, `-2e-5`. It is as small as a loss is good, so that its
  /// size matters more than its digits.
  init(gradient value: Float, signed: Bool = true) {
    guard value.isFinite, value != 0 else {
      self.init(value, digits: 0)
      return
    }
    let sign = value < 0 ? "-" : signed ? "+" : ""
    self.init(reading: sign + brief(value.magnitude))
  }
}
