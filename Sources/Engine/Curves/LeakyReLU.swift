/// The settings of a LeakyReLU layer: x, and a slope below 0.
package struct LeakyReLU: BentLayer {
  package static let kind = "LeakyReLU"

  package var name: String
  /// The slope below 0.
  package var negativeSlope = 0.3

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<LeakyReLU>] = [
    .number("negative_slope", \.negativeSlope, standard: 0.3)
  ]

  func value(_ x: Float) -> Float { x < 0 ? Float(negativeSlope) * x : x }

  func slope(_ x: Float) -> Float { x > 0 ? 1 : Float(negativeSlope) }
}
