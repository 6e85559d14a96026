/// What a run kept of a recurrent layer, and what is needed to work the rest out.
struct RecurrentRecord: Sendable {
  let layer: any SteppingLayer
  /// Its states, in the order in which it names them, each `[timesteps, units]`.
  let states: [[Float]]
  /// The states before the first timestep, where they are not zeros.
  let before: LayerStates?
  let units: Int
  let timesteps: Int

  /// Nil for a layer that is not recurrent.
  init?(_ layer: Layer, _ record: LayerRecord, _ interventions: Interventions) {
    guard case .states(let states) = record, let stepping = layer.stepping else {
      return nil
    }
    self.layer = stepping
    self.states = states
    before = interventions.initialStates[stepping.name]
    units = stepping.units
    timesteps = states[0].count / stepping.units
  }
}
