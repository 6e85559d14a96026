import Engine
import Insight
import Phrases

/// One clause that says what a layer reads at the current timestep.
struct Reads {
  /// The clause at several lengths, the longest first.
  let forms: [Phrase]

  init(_ state: Explorer, layer: Int) {
    let planned = state.plan.layers[layer]
    // A layer with fewer timesteps than the observation stands at its last one.
    let timestep = min(state.timestep, state.length(of: layer) - 1)
    let read = state.timestepRead(by: layer)
    let width = planned.inputShape.features ?? 0
    let units = planned.units
    let isFirst = timestep == 0
    let h: Phrase =
      "h[\(timestep - 1)]\(isFirst && state.trace.startsFromZeros(layer) ? " = 0" : "")"
    let before = planned.before.map { state.plan.layers[$0].layer }
    // Only a recurrent layer has an h; what a Dense layer hands on is its output, y.
    let letter: Character = before.map { $0.isRecurrent ? "h" : "y" } ?? "x"
    let waits = state.awaited(by: layer)
    let reads = NetworkPhrases.reads(
      letter, at: read, of: before?.name, width: width, own: h, units: units,
      isNext: state.timeline.isAtStart)
    // A layer that needs all of another one steps for itself, once that has ended.
    forms =
      reads.flatMap { form in waits.map { [NetworkPhrases.after($0) + form] } ?? [form] } + reads
  }
}
