/// A number or a shape as it was written on a screen.
enum Told: Hashable, Sendable {
  /// The number as its digits say it, not as exactly as it is known, and the digits after its point.
  case number(Double, digits: Int)
  /// The sizes of a shape, without the batch.
  case shape([Int])
}
