/// A number or a shape as it was written on a screen.
package enum Told: Hashable, Sendable {
  /// The number as its digits say it, not as exactly as it is known, and the digits after its point.
  case number(Double, digits: Int)
  /// The sizes of a shape, without the batch.
  case shape([Int])
}

extension Told {
  /// The numbers and shapes that a text tells.
  package static func all(in text: String) -> [Told] { Phrase.figures(in: text).map(\.told) }
}
