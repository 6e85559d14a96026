import Engine
import Vocabulary

/// What one is looking at, in sentences: the most telling of this moment first, so that a screen
/// with one line shows that one. Every number in them comes from the trace.
struct Explanation {
  private let state: State
  private let timestep: Int
  private let last: Int

  init(_ state: State) {
    self.state = state
    timestep = state.position.timestep
    last = state.timesteps - 1
  }

  /// The sentences in lines of a width, each sentence on lines of its own.
  func lines(width: Int) -> [String] {
    ((state.message.map { [$0] } ?? []) + sentences).flatMap { wrapped($0, width: width) }
  }

  var sentences: [String] {
    if state.plan.failure != nil { return failureSentences }
    var result: [String] = []
    if timestep < 0 {
      result.append(
        "Nothing has been read. Every observation starts anew: h[-1] = c[-1] = 0 in every unit. "
          + "→ reads x[0].")
    }
    switch state.position.layer {
    case .input: result += inputSentences
    case .layer(let index):
      switch state.plan.layers[index].layer {
      case .lstm(let settings): result += sentences(of: settings, at: index)
      case .dense(let settings): result += sentences(of: settings, at: index)
      }
    }
    return result + [legend]
  }

  private var failureSentences: [String] {
    [
      "Shapes are checked before a number is computed. What stands before the fault works; "
        + "nothing behind it does.",
      legend,
    ]
  }

  // MARK: Input

  private var inputSentences: [String] {
    guard let first = state.plan.layers.first else { return [] }
    let features = state.example.observation.features
    let name = first.layer.name
    let units = first.layer.units
    guard case .lstm = first.layer else {
      return ["\(features) numbers arrive; \(name) reads them all."]
    }
    return [
      "\(features) features arrive at each timestep. Each reaches every one of the \(units) units "
        + "of \(name), four times: its kernel is \(features) × \(4 * units).",
      "x is \(state.position.description.input.shape.perObservation): \(state.timesteps) timesteps "
        + "of \(features) features, read one timestep after another.",
    ]
  }

  // MARK: LSTM

  private func sentences(of settings: LSTM, at layer: Int) -> [String] {
    guard timestep >= 0 else {
      return ["\(settings.name) keeps \(settings.units) numbers of h and \(settings.units) of c."]
    }
    let moments: [String]
    if timestep == last {
      moments = [atTheEnd(settings, layer), arithmetic(settings, layer), order]
    } else if timestep == 0 {
      moments = [order, leaving(settings, layer), arithmetic(settings, layer)]
    } else {
      moments = [arithmetic(settings, layer), leaving(settings, layer), order]
    }
    return moments + (behind(settings, layer).map { [$0] } ?? [])
  }

  /// Where c comes from, in numbers.
  private func arithmetic(_ settings: LSTM, _ layer: Int) -> String {
    let unit = state.unit(of: layer)
    func value(_ quantity: LSTMQuantity, _ timestep: Int) -> Float {
      state.trace.values(quantity, layer: layer, timestep: timestep)[unit]
    }
    func text(_ value: Float) -> String {
      value < 0 ? "(\(decimal(value, digits: 3)))" : decimal(value, digits: 3)
    }
    let forget = text(value(.forgetGate, timestep))
    let before = text(value(.cellState, timestep - 1))
    let input = text(value(.inputGate, timestep))
    let candidate = text(value(.cellCandidate, timestep))
    let cell = decimal(value(.cellState, timestep), digits: 3)
    return "Unit \(unit): c[\(timestep)] = f·c[\(timestep - 1)] + i·g = "
      + "\(forget)·\(before) + \(input)·\(candidate) = \(cell)"
  }

  /// What has left so far.
  private func leaving(_ settings: LSTM, _ layer: Int) -> String {
    let name = settings.name
    guard settings.returnSequences else {
      return "\(name) has read \(timestep + 1) of \(last + 1) timesteps and handed on nothing yet: "
        + "with return_sequences=False only h[\(last)] leaves, \(settings.units) numbers."
    }
    guard layer + 1 < state.plan.layers.count else {
      return "\(name) hands on h of every timestep, \(settings.units) numbers each."
    }
    let next = state.plan.layers[layer + 1].layer
    switch next {
    case .lstm:
      return "\(name) hands h[\(timestep)] on at once, \(settings.units) numbers, and \(next.name) "
        + "reads it. Keras runs \(name) to the end first: the same numbers."
    case .dense: return denseAtEveryTimestep(after: name)
    }
  }

  private func atTheEnd(_ settings: LSTM, _ layer: Int) -> String {
    let count = last + 1
    let name = settings.name
    if settings.returnSequences, layer + 1 < state.plan.layers.count,
      case .dense = state.plan.layers[layer + 1].layer
    {
      return denseAtEveryTimestep(after: name)
    }
    return settings.returnSequences
      ? "\(name) has read all \(count) timesteps and handed on h of each: "
        + "\(count) vectors of \(settings.units) numbers, one for each unit."
      : "\(name) has read all \(count) timesteps; only h[\(last)] leaves: one vector of "
        + "\(settings.units) numbers, one for each unit."
  }

  private func denseAtEveryTimestep(after name: String) -> String {
    let shape = state.plan.layers.last?.outputShape.perObservation ?? ""
    return "\(name) hands on h of every timestep, so the Dense layers apply at each of the "
      + "\(last + 1), with the same weights: \(shape)."
  }

  /// Why time cannot be skipped.
  private var order: String {
    timestep < last
      ? "One timestep after another: t \(timestep + 1) needs h[\(timestep)]. The weights are the "
        + "same at all \(last + 1)."
      : "The \(last + 1) timesteps were read one after another, each with the h of the one before "
        + "and the same weights."
  }

  /// What the next recurrent layer needs of this one.
  private func behind(_ settings: LSTM, _ layer: Int) -> String? {
    guard layer > 0, case .lstm(let before) = state.plan.layers[layer - 1].layer else { return nil }
    return "\(settings.name) needs only h[\(timestep)] of \(before.name) here, not the end of the "
      + "sequence. Keras runs \(before.name) over all \(last + 1) first: the same numbers."
  }

  // MARK: Dense

  private func sentences(of settings: Dense, at layer: Int) -> [String] {
    let planned = state.plan.layers[layer]
    let width = planned.inputShape.features ?? 0
    let apply =
      planned.outputShape.rank == 3
      ? "applies at each of the \(last + 1) timesteps, with the same weights"
      : "applies once"
    return [
      "\(settings.name) reads \(width) numbers, knows no timesteps and \(apply): "
        + "\(planned.parameters.derivation) = \(grouped(planned.parameters.total)) parameters, "
        + "\(settings.activation.rawValue)."
    ]
  }

  // MARK: Reading the bars

  private var legend: String {
    "Bars: gates i f o stand on 0 and reach up to 1; g, c and h stand above zero and hang below "
      + "it. Dots have not been read yet."
  }
}
