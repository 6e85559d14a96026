import Engine

/// The network computed in all three orders, each a run of its own, and how far they lie apart.
struct OrderComparison: Sendable {
  /// Where two orders differ most.
  struct Place: Hashable, Sendable {
    /// The order that differs from the first.
    var order: ScheduleOrder
    /// The LSTM, or the last layer where the output differs.
    var layerName: String
    var timestep: Int
    var unit: Int
  }

  /// One run for each of `ScheduleOrder.allCases`.
  let runs: [ScheduledRun]
  /// The largest distance between two numbers in the same place, over the hidden states of all LSTMs
  /// that both orders reach, and the outputs.
  let largest: Float
  /// Where it is; nil where all agree to the last bit.
  let place: Place?
  /// How many LSTMs were compared in all orders, and whether the output was.
  let layersCompared: Int
  let comparesOutput: Bool

  init(_ runs: [ScheduledRun], plan: NetworkPlan) {
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

extension Moment {
  /// The open observation computed cell by cell in each order.
  func comparingOrders() throws(Refusal) -> OrderComparison {
    try Refusal.from {
      OrderComparison(
        try ScheduleOrder.allCases.map {
          try network.run(
            example.observation, in: $0, under: trace.interventions, kernels: kernels)
        }, plan: network.plan)
    }
  }
}
