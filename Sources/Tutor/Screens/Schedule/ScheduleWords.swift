import Engine
import Insight
import Phrases

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
    state.position.description.units(of: schedule.layers[layer])
  }

  private func states(_ layer: Int) -> [QuantityName] {
    state.recurrent(schedule.layers[layer])?.states ?? []
  }

  /// The letters of the states that any of the layers has, each once.
  private var letters: [Character] {
    schedule.layers.indices.flatMap(states).reduce(into: []) { letters, state in
      if !letters.contains(state.letter) { letters.append(state.letter) }
    }
  }

  /// Why the schedule ends before the last layer.
  var failure: String? {
    guard let failure = schedule.failure else { return nil }
    let isOrder = if case .needsWholeSequence = failure.error { true } else { false }
    let ends =
      schedule.layers.isEmpty ? "" : SchedulePhrases.ends(with: name(schedule.layers.count - 1))
    return ends
      + (isOrder
        ? failure.error.description
        : SharedPhrases.cannotBeBuilt(
          failure.layerName, because: state.words(on: failure.error),
          isKeras: state.model.framework == .keras))
  }

  var count: [Phrase] {
    let count = schedule.steps.count
    if count == 0 { return SchedulePhrases.nothingComputed }
    guard schedule.order == .diagonal else {
      return SchedulePhrases.computed(progress.cells, of: count)
    }
    return SchedulePhrases.computed(
      wavefronts: (progress.now.last?.wavefront ?? -1) + 1, of: schedule.wavefronts,
      cells: progress.cells, of: count)
  }

  /// A cell and what it reads, the longest form first.
  func now(_ step: Schedule.Step) -> [Phrase] {
    let row = progress.rowRead(by: step)
    let timestep = step.timestep
    let name = name(step.layer)
    let read = Shape([nil, state.plan.layers[schedule.layers[step.layer]].inputShape.features ?? 0])
    let units = units(step.layer)
    let letters = states(step.layer).map(\.letter)
    let startsFromZeros = state.trace.startsFromZeros(schedule.layers[step.layer])
    // What is read of another recurrent layer, through the layers in between.
    let place = schedule.layers[step.layer]
    guard let source = schedule.readers.firstIndex(where: { $0.contains(step.layer) }) else {
      return SchedulePhrases.reads(
        name, at: timestep, row: row, read, states: letters, startsFromZeros: startsFromZeros,
        units: units)
    }
    // Layers between two recurrent ones stand in the way of h.
    return SchedulePhrases.reads(
      name, at: timestep, row: row, of: self.name(source),
      throughDense: state.plan.layers[place].before != schedule.layers[source], read,
      states: letters, startsFromZeros: startsFromZeros, units: units)
  }

  var held: [Phrase] {
    if schedule.steps.isEmpty { return SchedulePhrases.nothingHeld }
    let parts = schedule.layers.indices.compactMap { layer -> Phrase? in
      let rows = progress.held(by: layer).count
      guard rows > 0 else { return nil }
      let cell = progress.holdsCell(of: layer) ? " + c" : ""
      return "\(name(layer)) \(rows) h\(cell)"
    }
    return SchedulePhrases.held(
      progress.held, by: parts, mostSoFar: progress.mostSoFar, peak: schedule.peak)
  }

  /// Steps and memory of the order, each at several lengths.
  struct Costs {
    var steps: [Phrase]
    var most: [Phrase]
  }

  /// What the order costs; nil where it stops before a layer.
  var costs: Costs? {
    if let failure = schedule.failure, case .needsWholeSequence = failure.error { return nil }
    let together = schedule.order == .diagonal ? min(schedule.layers.count, schedule.timesteps) : 1
    return Costs(
      steps: SchedulePhrases.steps(
        schedule.wavefronts, ofUpTo: together, isKeras: schedule.order == .layerByLayer),
      most: SchedulePhrases.most(schedule.peak))
  }

  /// Steps and memory of one order.
  func cost(_ order: ScheduleOrder) -> [Phrase] {
    let other = state.moment.schedule(order)
    if let failure = other.failure, case .needsWholeSequence = failure.error {
      return SchedulePhrases.impossible(at: failure.layerName)
    }
    if other.steps.isEmpty { return SchedulePhrases.nothingToSchedule }
    guard order == .diagonal else {
      return SchedulePhrases.cost(
        steps: other.steps.count, peak: other.peak, isKeras: order == .layerByLayer)
    }
    return SchedulePhrases.cost(
      wavefronts: other.wavefronts, ofUpTo: min(other.layers.count, other.timesteps),
      peak: other.peak)
  }

  /// Whether all orders end with the same numbers, and the sentence; nil before that is known.
  var agreement: (forms: [Phrase], isEqual: Bool?) {
    guard progress.isDone, let orders = state.moment.orders else {
      return (SchedulePhrases.agreementLater, nil)
    }
    // An empty list has no difference that was measured.
    if empty != nil, orders.place == nil { return (SchedulePhrases.noAgreement, nil) }
    let written = Phrase(reading: ContrastWords.written(orders.largest))
    guard let place = orders.place else {
      let forms = SchedulePhrases.agree(
        written, layers: (0..<orders.layersCompared).map(name), andOutput: orders.comparesOutput)
      return (forms, true)
    }
    let forms = SchedulePhrases.differ(
      written, place.order.words, place.layerName, at: place.timestep, unit: place.unit)
    return (forms, false)
  }

  /// That no LSTM is computed in any order, and why; nil where one is.
  var empty: String? {
    guard schedule.layers.isEmpty else { return nil }
    return state.position.description.layers.contains(where: \.isRecurrent)
      ? SchedulePhrases.noneComputed(kinds: Layer.recurrentKinds)
      : SchedulePhrases.noneThere(kinds: Layer.recurrentKinds)
  }

  /// Why there is no output yet.
  var waiting: [Phrase] {
    guard !schedule.layers.isEmpty else { return SchedulePhrases.waits }
    return SchedulePhrases.waits(
      for: name(schedule.layers.count - 1), at: (schedule.lengths.last ?? 1) - 1)
  }

  /// What has run once the last cell is done.
  var layersBehind: [String] {
    guard let last = schedule.layers.last else { return [] }
    return state.plan.layers[(last + 1)...].map(\.layer.name)
  }

  /// What the order means and what Keras does, then what a cell needs, then the signs.
  var sentences: [String] {
    if let empty { return [empty] }
    if state.position.schedule == .orders {
      let impossible = ScheduleOrder.allCases.lazy.map(state.moment.schedule).first {
        if case .needsWholeSequence = $0.failure?.error { true } else { false }
      }
      let first =
        if let failure = impossible?.failure {
          SchedulePhrases.oneOrder(
            schedule.steps.count, because: failure.layerName,
            of: state.awaited(by: failure.layerIndex) ?? "")
        } else {
          schedule.failure == nil ? SchedulePhrases.all(schedule.steps.count) : meaning
        }
      return [
        first.fitted(to: width), SchedulePhrases.needs(states: letters), SchedulePhrases.signs,
      ]
    }
    return [
      meaning.fitted(to: width), SchedulePhrases.needs(states: letters), SchedulePhrases.signs,
    ]
  }

  private var meaning: Sentence {
    let count = schedule.layers.count
    if let failure = schedule.failure {
      if case .needsWholeSequence = failure.error {
        return SchedulePhrases.beginsAtEnd(
          failure.layerName, waitsFor: state.awaited(by: failure.layerIndex) ?? name(count - 1))
      }
      if case .rank(let reader, _, _, let lostBy?) = failure.error {
        return SchedulePhrases.oneVector(of: lostBy, for: reader)
      }
      return SchedulePhrases.inNoOrder(failure.layerName)
    }
    guard count > 1 else { return SchedulePhrases.allSame }
    return switch schedule.order {
    case .layerByLayer:
      SchedulePhrases.layerByLayer(name(0), timesteps: schedule.timesteps, then: name(1))
    case .timestepByTimestep: SchedulePhrases.timestepByTimestep
    case .diagonal: SchedulePhrases.diagonal
    }
  }
}
