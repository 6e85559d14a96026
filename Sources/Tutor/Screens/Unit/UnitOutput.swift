import Engine
import Phrases

/// What becomes of a layer's hidden state at the current timestep, as the row of the last phase.
struct UnitOutput {
  /// Whether h is an output of the layer now.
  let isNow: Bool
  /// The row at several lengths, the longest first.
  let forms: [Phrase]

  init(_ state: Explorer, layer: Int, settings: any RecurrentLayer) {
    let timestep = state.timestep
    let last = state.timesteps - 1
    isNow = settings.returnSequences || timestep == last
    guard isNow else {
      forms = UnitPhrases.staysInside(settings.name, timestep: timestep, last: last)
      return
    }
    let description = state.position.description
    let behind = description.behind(layer)
    let isReturned = settings.returnState && timestep == last
    forms = UnitPhrases.outputs(
      settings.name, units: settings.units, timestep: timestep,
      to: behind.map { description.layers[$0].name },
      isRead: behind.map { $0 < state.plan.layers.count } ?? false, readAgain: timestep != last,
      returned: isReturned ? settings.otherStates.map(\.letter) : [])
  }
}
