/// The settings of a GaussianNoise layer: normally distributed noise is added. It works in training only.
package struct GaussianNoise: PassingLayer {
  package static let kind = "GaussianNoise"

  package var name: String
  /// The standard deviation of the noise, ≥ 0.
  package var deviation: Double = 0.1

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<GaussianNoise>] = [
    .number("stddev", \.deviation, standard: 0.1)
  ]
}
