/// The settings of an AlphaDropout layer: a share of its inputs becomes the lowest value of selu. It works in training only.
package struct AlphaDropout: PassingLayer {
  package static let kind = "AlphaDropout"

  package var name: String
  /// The share that is put to that value, 0 to 1.
  package var rate: Double = 0.5

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<AlphaDropout>] = [
    .number("rate", \.rate, standard: 0.5)
  ]
}
