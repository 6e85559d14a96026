import Engine

/// The network computed in all three orders, each a run of its own, and how far they lie apart.
package struct OrderComparison: Sendable {
  /// Where two orders differ most.
  package struct Place: Hashable, Sendable {
    /// The order that differs from the first.
    package var order: ScheduleOrder
    /// The recurrent layer, or the last layer where the output differs.
    package var layerName: String
    /// The timestep, in the layer's order of processing.
    package var timestep: Int
    /// The unit.
    package var unit: Int
  }

  /// One run for each of `ScheduleOrder.allCases`.
  package let runs: [ScheduledRun]
  /// The largest distance between two numbers in the same place, over the hidden states of all layers
  /// that both orders reach, and the outputs.
  package let largest: Float
  /// Where it is; nil where all agree to the last bit.
  package let place: Place?
  /// How many layers were compared in all orders.
  package let layersCompared: Int
  /// Whether the outputs were compared as well.
  package let comparesOutput: Bool

  /// Compares runs of one network and observation, the first with each of the others.
  package init(_ runs: [ScheduledRun], plan: NetworkPlan) {
    self.runs = runs
    var largest: Float = 0
    var place: Place?
    func take(_ difference: Difference, _ order: ScheduleOrder, _ name: String) {
      guard let found = difference.place, place == nil || difference.largest > largest else {
        return
      }
      largest = difference.largest
      place = Place(
        order: order, layerName: name, timestep: found.timestep, unit: found.unit)
    }
    for run in runs.dropFirst() {
      for layer in 0..<min(runs[0].hidden.count, run.hidden.count) {
        take(
          Difference(between: runs[0], and: run, layer: layer), run.schedule.order,
          plan.layers[run.schedule.layers[layer]].layer.name)
      }
      if let one = runs[0].output, let other = run.output {
        take(
          Difference(between: one, and: other), run.schedule.order,
          plan.layers.last?.layer.name ?? "")
      }
    }
    self.largest = largest
    self.place = place
    layersCompared = runs.map(\.hidden.count).min() ?? 0
    comparesOutput = runs.allSatisfy { $0.output != nil }
  }
}
