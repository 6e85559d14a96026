/// The order in which the cells of a stack of recurrent layers are computed.
package enum ScheduleOrder: String, CaseIterable, Hashable, Sendable {
  /// A layer reads its whole sequence before the next one starts.
  case layerByLayer = "layer_by_layer"
  /// Every layer reads a timestep before the first one reads the next.
  case timestepByTimestep = "timestep_by_timestep"
  /// Wavefronts: each layer is one timestep behind the one before it, and all the cells of a
  /// wavefront could be computed side by side.
  case diagonal
}
