/// The settings of a Dense layer, with Keras's names and defaults.
///
/// It works on the last axis: behind a sequence it applies at every timestep with the same weights.
package struct Dense: LayerSettings {
  package static let kind = "Dense"

  /// The layer's name, unique in its network.
  package var name: String
  /// How many numbers leave the layer.
  package var units: Int
  /// The curve that each sum goes through.
  package var activation: Activation
  /// Whether the sums start from a bias or from zero.
  package var useBias: Bool

  /// A layer with Keras's defaults where nothing else is said.
  package init(
    name: String, units: Int, activation: Activation = .linear, useBias: Bool = true
  ) {
    self.name = name
    self.units = units
    self.activation = activation
    self.useBias = useBias
  }

  package init(name: String) { self.init(name: name, units: 1) }

  package var layer: Layer { Layer(of: self) }

  package static let widthSetting: WidthSetting<Dense>? = WidthSetting("units", \.units)

  package static let settings: [LayerSetting<Dense>] = [
    .curve("activation", \.activation, standard: .linear),
    .flag("use_bias", \.useBias, standard: true),
  ]
}
