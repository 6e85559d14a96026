/// What a run kept of a recurrent layer, and what is needed to work the rest out.
struct RecurrentRecord: Sendable {
  let layer: any SteppingLayer
  let kept: StateRecord
  /// The states before the first timestep, where they are not zeros.
  let before: LayerStates?

  /// Its states, in the order in which it names them, each `[timesteps, units]`.
  var states: [[Float]] { kept.states }
  var units: Int { kept.units }
  var timesteps: Int { kept.timesteps }

  /// Nil for a layer that is not recurrent.
  init?(_ layer: Layer, _ record: LayerRecord, _ interventions: Interventions) {
    guard case .states(let kept) = record, let stepping = layer.stepping else { return nil }
    self.layer = stepping
    self.kept = kept
    before =
      interventions.initialStates[stepping.name]
      ?? kept.before.map { before in
        LayerStates(
          Dictionary(zip(stepping.states, before), uniquingKeysWith: { first, _ in first }))
      }
  }
}
