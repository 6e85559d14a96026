/// The settings of a GaussianDropout layer: its inputs are multiplied by noise around 1. It works in training only.
package struct GaussianDropout: PassingLayer {
  package static let kind = "GaussianDropout"

  package var name: String
  /// The share that Dropout would put to 0, 0 to 1.
  package var rate: Double = 0.5

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<GaussianDropout>] = [
    .number("rate", \.rate, standard: 0.5)
  ]
}
