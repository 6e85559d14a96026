/// Where a way back starts within a recurrent layer.
struct StateSeed {
  /// ∂/∂ each of its states, `[observations, timesteps, units]`; empty where it is zero.
  var states: [[Float]] = []
  /// A gate of the first observation that is what the way back starts from.
  var gate: Gate?

  /// One gate of one unit at one timestep, in the order of processing.
  struct Gate {
    let block: Int
    let unit: Int
    let timestep: Int
    let activation: Activation
  }
}
