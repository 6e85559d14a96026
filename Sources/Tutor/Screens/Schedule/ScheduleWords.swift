import Engine
import Insight
import Phrases
import Wording

/// What the schedule screen says. Every number comes from the schedule or from a run.
struct ScheduleWords {
  private let state: Explorer
  private let progress: ScheduleProgress
  /// The columns of a sentence.
  private let width: Int
  private var schedule: Schedule { progress.schedule }

  init(_ state: Explorer, _ progress: ScheduleProgress, width: Int) {
    self.state = state
    self.progress = progress
    self.width = width
  }

  /// The name of one of the schedule's LSTMs.
  func name(_ layer: Int) -> String {
    state.position.description.layers[schedule.layers[layer]].name
  }

  private func units(_ layer: Int) -> Int {
    state.position.description.layers[schedule.layers[layer]].units
  }

  /// Why the schedule ends before the last layer.
  var failure: String? {
    guard let failure = schedule.failure else { return nil }
    let isOrder = if case .needsWholeSequence = failure.error { true } else { false }
    let says = isOrder ? "" : "Keras: "
    let ends = schedule.layers.last.map { _ in
      "The schedule ends with \(name(schedule.layers.count - 1)). "
    }
    let who = isOrder ? "" : "\(failure.layerName) ✗ "
    return "\(ends ?? "")\(who)\(says)\(failure.error.description)"
  }

  var count: [Phrase] {
    if schedule.steps.isEmpty { return ["computed  nothing: there is no cell"] }
    let cells: Phrase = "\(progress.cells) of \(schedule.steps.count) cells"
    guard schedule.order == .diagonal else { return ["computed  \(cells)"] }
    let wavefronts = (progress.now.last?.wavefront ?? -1) + 1
    return ["computed  \(wavefronts) of \(schedule.wavefronts) wavefronts, \(cells)"]
  }

  /// A cell and what it reads, the longest form first.
  func now(_ step: Schedule.Step) -> [Phrase] {
    let row = progress.rowRead(by: step)
    let timestep = step.timestep
    let name = name(step.layer)
    let isFirst = step.layer == 0
    let read = Shape([nil, state.plan.layers[schedule.layers[step.layer]].inputShape.features ?? 0])
    let source: Phrase = isFirst ? "x[\(row)]" : "h[\(row)] of \(self.name(step.layer - 1))"
    let own: Phrase = timestep == 0 ? "h[-1] = c[-1] = 0" : "h[\(timestep - 1)], c[\(timestep - 1)]"
    let width = units(step.layer)
    // Dense layers between two LSTMs stand in the way of h.
    let through =
      !isFirst && schedule.layers[step.layer] - schedule.layers[step.layer - 1] > 1
      ? " through the Dense layers between" : ""
    return [
      "\(name) at t \(timestep): reads \(source)\(through) \(read) and its own \(own) (\(width) each)",
      "\(name) at t \(timestep): reads \(source) \(read) and its own \(own)",
      "\(name) at t \(timestep): \(source), own \(own)",
      "\(name) at t \(timestep): \(isFirst ? "x" : "h")[\(row)], own \(own)",
      "t \(timestep): \(isFirst ? "x" : "h")[\(row)], own \(own)",
    ]
  }

  var held: [Phrase] {
    if schedule.steps.isEmpty { return ["held      nothing: there is no cell"] }
    let now: Phrase = "\(progress.held, of: "number")"
    let parts = schedule.layers.indices.compactMap { layer -> Phrase? in
      let rows = progress.held(by: layer).count
      guard rows > 0 else { return nil }
      let cell = progress.holdsCell(of: layer) ? " + c" : ""
      return "\(name(layer)) \(rows) h\(cell)"
    }
    let most: Phrase = "most so far \(grouped: progress.mostSoFar)"
    let detail: Phrase = parts.isEmpty ? "" : ": \(Phrase.joined(parts, separator: ", "))"
    return [
      "held      \(now)\(detail); \(most), in this order \(grouped: schedule.peak)",
      "held      \(now)\(detail); \(most) of \(grouped: schedule.peak)",
      "held      \(now); \(most) of \(grouped: schedule.peak)",
    ]
  }

  /// Steps and memory of one order.
  func cost(_ order: ScheduleOrder) -> [Phrase] {
    let other = state.moment.schedule(order)
    let keras = order == .layerByLayer ? " (Keras)" : ""
    if let failure = other.failure, case .needsWholeSequence = failure.error {
      return ["impossible behind \(failure.layerName): go_backwards", "impossible"]
    }
    if other.steps.isEmpty { return ["nothing to schedule"] }
    let together = min(other.layers.count, other.timesteps)
    let steps: Phrase =
      order == .diagonal
      ? "\(other.wavefronts, of: "step") of up to \(together, of: "cell")"
      : "\(other.steps.count, of: "step") of 1 cell"
    return [
      "\(steps), at most \(other.peak, of: "number") held\(keras)",
      "\(steps), \(grouped: other.peak) held",
    ]
  }

  /// Whether all orders end with the same numbers, and the sentence; nil before that is known.
  var agreement: (forms: [Phrase], isEqual: Bool?) {
    guard progress.isDone, let orders = state.moment.orders else {
      return (
        [
          "largest difference of the three orders: known when all cells are computed",
          "largest difference of the orders: at the end",
        ], nil
      )
    }
    // An empty list has no difference that was measured.
    if empty != nil, orders.place == nil { return (["no cells, so no orders to compare"], nil) }
    let names = (0..<orders.layersCompared).map(name)
    let layers: Phrase =
      names.count > 2
      ? "\(names.count) LSTMs" : Phrase(plain: names.joined(separator: " and "))
    let output = orders.comparesOutput ? " and the output" : ""
    let written = Phrase(reading: ContrastWords.written(orders.largest))
    guard let place = orders.place else {
      return (
        [
          "largest difference \(written), to the last bit: h of \(layers)\(output), in 3 orders",
          "largest difference \(written): h of \(layers)\(output), 3 orders",
          "largest difference \(written) of 3 orders",
        ], true
      )
    }
    return (
      [
        """
        largest difference \(written), \(place.order.words): \(place.layerName) at t \
        \(place.timestep), unit \(place.unit)
        """,
        "largest difference \(written): \(place.layerName) t \(place.timestep) unit \(place.unit)",
      ], false
    )
  }

  /// That no LSTM is computed in any order, and why; nil where one is.
  var empty: String? {
    guard schedule.layers.isEmpty else { return nil }
    return state.position.description.layers.contains(where: \.isRecurrent)
      ? "Nothing to schedule: no \(Layer.recurrentKinds) layer can be computed."
      : "Nothing to schedule: the network has no \(Layer.recurrentKinds) layer."
  }

  /// Why there is no output yet.
  var waiting: [Phrase] {
    guard !schedule.layers.isEmpty else { return ["waits"] }
    let last = schedule.layers.count - 1
    let t = schedule.timesteps - 1
    return ["waits for the last cell, \(name(last)) at t \(t)", "waits for \(name(last)), t \(t)"]
  }

  /// What has run once the last cell is done.
  var headDone: String {
    guard let last = schedule.layers.last else { return "" }
    let behind = state.plan.layers[(last + 1)...].map(\.layer.name)
    switch behind.count {
    case 0: return ""
    case 1: return "\(behind[0]) has run: "
    default: return "\(behind[0]) … \(behind[behind.count - 1]) have run: "
    }
  }

  /// What the order means and what Keras does, then what a cell needs, then the signs.
  var sentences: [String] {
    if let empty { return [empty] }
    return [
      meaning, needs, "■ still needed, □ let go, ▸ computed now from the lit cells, dots to come.",
    ]
  }

  private var meaning: String {
    Fitted.form(meanings, width: width)
  }

  private var meanings: [String] {
    let count = schedule.layers.count
    if let failure = schedule.failure {
      if case .needsWholeSequence = failure.error {
        return ["\(failure.layerName) begins at the end: it waits for \(name(count - 1))."]
      }
      if case .rank(let reader, _, _, let lostBy?) = failure.error {
        return [
          "\(lostBy) hands on one vector; \(reader) needs h of every t: no order can go on.",
          "\(lostBy) hands on one vector; \(reader) needs one for every t.",
        ]
      }
      return ["\(failure.layerName) cannot be computed in any order."]
    }
    guard count > 1 else {
      return ["With one LSTM all orders are the same."]
    }
    let first = name(0)
    let timesteps = (schedule.timesteps > 1 ? "all " : "") + counted(schedule.timesteps, "timestep")
    switch schedule.order {
    case .layerByLayer:
      return [
        "\(first) reads \(timesteps), then \(name(1)) starts: so does Keras.",
        "A layer reads all, then the next starts: so does Keras.",
      ]
    case .timestepByTimestep:
      return [
        "A timestep goes through all layers before the next; Keras goes by layers.",
        "A timestep passes all layers; Keras goes by layers.",
      ]
    case .diagonal:
      return [
        "Cells of one wavefront need nothing of each other; Keras goes by layers.",
        "A wavefront's cells run at once; Keras goes by layers.",
      ]
    }
  }

  private var needs: String {
    "A cell needs h, c of t − 1 of its own layer and h of t of the layer before."
  }
}
