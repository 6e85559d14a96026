/// The settings of a ReLU layer: x, a slope below a threshold, and never more than a limit.
package struct ReLU: BentLayer {
  package static let kind = "ReLU"

  package var name: String
  /// The largest value; nil for none.
  package var maxValue: Double?
  /// The slope below the threshold.
  package var negativeSlope = 0.0
  /// Where the line begins.
  package var threshold = 0.0

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<ReLU>] = [
    .openNumber("max_value", \.maxValue),
    .number("negative_slope", \.negativeSlope, standard: 0),
    .number("threshold", \.threshold, standard: 0),
  ]

  func value(_ x: Float) -> Float {
    let threshold = Float(threshold)
    let y = x < threshold ? Float(negativeSlope) * (x - threshold) : x
    guard let maxValue else { return y }
    return y > Float(maxValue) ? Float(maxValue) : y
  }

  func slope(_ x: Float) -> Float {
    if let maxValue, x > Float(maxValue) { return 0 }
    // With a limit or a threshold TensorFlow joins two lines, neither of which moves where they meet.
    if x == Float(threshold), maxValue != nil || threshold != 0 { return 0 }
    return x > Float(threshold) ? 1 : Float(negativeSlope)
  }
}
