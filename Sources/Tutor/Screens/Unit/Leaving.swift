import Engine
import Phrases

/// What becomes of a layer's hidden state at the current timestep, as the row of the last phase.
struct Leaving {
  /// Whether h leaves the layer now.
  let isNow: Bool
  /// The row at several lengths, the longest first.
  let forms: [Phrase]

  init(_ state: Explorer, layer: Int, settings: any RecurrentLayer) {
    let timestep = max(0, state.position.timestep)
    let last = state.timesteps - 1
    let h: Phrase = "h[\(timestep)]"
    isNow = settings.returnSequences || timestep == last
    let names = state.position.description.layers.map(\.name)
    let isRead = layer + 1 < state.plan.layers.count
    let next =
      layer + 1 < names.count
      ? isRead ? " to \(names[layer + 1])" : ", but \(names[layer + 1]) cannot read it"
      : " as the network's output"
    let inside: Phrase = timestep == last ? "" : ", and to \(settings.name) at t \(timestep + 1)"
    guard isNow else {
      forms = [
        "\(h) goes to \(settings.name) at t \(timestep + 1); only h[\(last)] leaves the layer",
        "\(h) stays inside; only h[\(last)] leaves", "only h[\(last)] leaves",
      ]
      return
    }
    let share: Phrase = settings.units == 1 ? "" : ", 1 of \(settings.units) numbers,"
    let other = settings.otherLetters
    let also =
      settings.returnState && timestep == last && !other.isEmpty
      ? "; \(other) too (return_state)" : ""
    forms = [
      "\(h)\(share) leaves\(next)\(inside)\(also)", "\(h) leaves\(next)\(inside)\(also)",
      "\(h) leaves\(next)\(also)", "\(h) leaves",
    ]
  }
}
