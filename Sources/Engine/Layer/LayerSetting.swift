/// One of the settings that a kind of layer has, under Keras's name: where it stands, and what it is
/// where nothing is said.
package struct LayerSetting<Settings>: Sendable {
  /// Keras's name.
  package let name: String
  private let place: Place

  private enum Place: Sendable {
    case flag(WritableKeyPath<Settings, Bool> & Sendable, standard: Bool)
    case curve(WritableKeyPath<Settings, Activation> & Sendable, standard: Activation)
  }

  /// A flag.
  static func flag(
    _ name: String, _ path: WritableKeyPath<Settings, Bool> & Sendable, standard: Bool
  ) -> LayerSetting {
    LayerSetting(name: name, place: .flag(path, standard: standard))
  }

  /// A curve.
  static func curve(
    _ name: String, _ path: WritableKeyPath<Settings, Activation> & Sendable, standard: Activation
  ) -> LayerSetting {
    LayerSetting(name: name, place: .curve(path, standard: standard))
  }

  /// What it is in a layer.
  func option(of settings: Settings) -> LayerOption {
    switch place {
    case .flag(let path, let standard):
      LayerOption(name, .truth(settings[keyPath: path]), standard: .truth(standard))
    case .curve(let path, let standard):
      LayerOption(name, .activation(settings[keyPath: path]), standard: .activation(standard))
    }
  }

  /// Sets it in a layer; a value of another kind changes nothing.
  func set(_ value: LayerOption.Value, in settings: inout Settings) {
    switch (place, value) {
    case (.flag(let path, _), .truth(let flag)): settings[keyPath: path] = flag
    case (.curve(let path, _), .activation(let curve)): settings[keyPath: path] = curve
    default: break
    }
  }
}
