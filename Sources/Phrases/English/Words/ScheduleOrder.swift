import Engine

extension ScheduleOrder {
  /// The order in words, `layer by layer`.
  package var words: String {
    switch self {
    case .layerByLayer: "layer by layer"
    case .timestepByTimestep: "timestep by timestep"
    case .diagonal: "along the diagonal"
    }
  }
}
