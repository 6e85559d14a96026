/// The settings of a SpatialDropout1D layer: a share of its features becomes 0 over the whole sequence. It works in training only.
package struct SpatialDropout1D: PassingLayer {
  package static let kind = "SpatialDropout1D"

  package var name: String
  /// The share that becomes 0, 0 to 1.
  package var rate: Double = 0.5

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<SpatialDropout1D>] = [
    .number("rate", \.rate, standard: 0.5)
  ]
}
