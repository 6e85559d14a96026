extension Command {
  /// What the shapes screen can give another size.
  package enum NetworkPart: Hashable, Sendable {
    case features, timesteps
    case units(layer: String)
    /// The units of the layer that is chosen.
    case chosenUnits

    init?(parsing word: String) {
      switch word {
      case "features": self = .features
      case "timesteps": self = .timesteps
      case "units": self = .chosenUnits
      default:
        guard word.hasSuffix(".units") else { return nil }
        self = .units(layer: String(word.dropLast(6)))
      }
    }

    var text: String {
      switch self {
      case .features: "features"
      case .timesteps: "timesteps"
      case .units(let layer): "\(layer).units"
      case .chosenUnits: "units"
      }
    }
  }
}
