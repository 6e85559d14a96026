import Engine
import Vocabulary
import Wording

/// What one is looking at, in sentences: the most telling of this moment first. Every number in them
/// comes from the trace.
struct Explanation {
  /// A thing to say, at two lengths.
  struct Sentence: Hashable {
    let long: String
    /// For a screen that has one line.
    let short: String

    init(_ long: String, short: String? = nil) {
      self.long = long
      self.short = short ?? long
    }
  }

  private let state: Explorer
  private let timestep: Int
  private let last: Int
  /// The most telling first.
  private var sentences: [Sentence] = []

  init(_ state: Explorer) {
    self.state = state
    timestep = state.position.timestep
    last = state.timesteps - 1
    sentences = all
  }

  /// As many whole sentences as fit into so many lines; none is cut in the middle.
  func lines(width: Int, count: Int = .max) -> [String] {
    Fitted.sentences(sentences.map { [$0.long, $0.short] }, width: width, lines: count).map(\.text)
  }

  private var all: [Sentence] {
    let message = state.message.map { [Sentence($0)] } ?? []
    let parting = state.parting.map { [Sentence($0)] } ?? []
    let change = state.message == nil ? state.beforeAndAfter.map { [Sentence($0)] } ?? [] : []
    return message + change + parting + moments + (state.recurrentLayers.isEmpty ? [] : [legend])
  }

  private var moments: [Sentence] {
    if let failure = state.plan.failure { return failureSentences(failure) }
    let isBefore = timestep < 0 && !state.recurrentLayers.isEmpty
    let start = isBefore ? [state.trace.startsFromZeros ? beforeTheFirst : startedElsewhere] : []
    switch state.position.layer {
    case .input: return start + input
    case .layer(let index):
      let layer = state.plan.layers[index].layer
      if case .dense(let settings) = layer { return start + sentences(of: settings, at: index) }
      guard case .lstm(let settings) = layer else { return start }
      return start + sentences(of: settings, at: index)
    }
  }

  private func failureSentences(_ failure: NetworkPlan.Failure) -> [Sentence] {
    let name = failure.layerName
    guard let layer = state.recurrentLayers.last,
      case .lstm(let settings) = state.plan.layers[layer].layer
    else { return [Sentence("\(name) and what follows have no numbers.")] }
    let works = Sentence(
      "\(settings.name) still runs; \(name) and what follows have no numbers.")
    return timestep < 0 ? [works] : [works, arithmetic(settings, layer), order]
  }

  private var startedElsewhere: Sentence {
    Sentence(
      "What if: h[-1] and c[-1] are the states after another observation, as stateful=True would have "
        + "them.",
      short: "What if: h[-1] and c[-1] come from another observation.")
  }

  private var beforeTheFirst: Sentence {
    Sentence(
      "Nothing has been read. Every observation starts anew, from h[-1] = 0 and c[-1] = 0 in every "
        + "unit. → reads x[0].",
      short: "Nothing has been read: h[-1] = c[-1] = 0 in every unit. → reads x[0].")
  }

  private var legend: Sentence {
    let areShares = state.recurrentLayers.allSatisfy {
      state.scale(of: .inputGate, layer: $0) == .unit
    }
    let gates = areShares ? "i f o stand, from 0 to 1. g c h" : "they"
    return Sentence(
      "Bars: \(gates) stand above zero and hang below it; a full bar is what the scale says. "
        + "Dots: not read yet.")
  }

  // MARK: Input

  private var input: [Sentence] {
    guard let first = state.plan.layers.first else { return [] }
    let features = state.example.observation.features
    let name = first.layer.name
    let units = first.layer.units
    guard case .lstm = first.layer else {
      return [Sentence("\(features) numbers arrive; \(name) reads them all.")]
    }
    return [
      Sentence(
        "\(features) features arrive at each timestep. Each reaches every one of the \(units) "
          + "units of \(name), four times: the kernel is \(features) × \(4 * units).",
        short: "Each of \(features) features reaches all \(units) units of \(name), four times: "
          + "\(features) × \(4 * units)."),
      Sentence(
        "One observation is \(allTimesteps) of \(features) features, in this order. A thousand of them "
          + "are (1000, \(last + 1), \(features)), the batch first; none knows of the others.",
        short: "One observation is \(allTimesteps) of \(features) features, in this order."),
    ]
  }

  private var allTimesteps: String { last == 0 ? "1 timestep" : "\(last + 1) timesteps" }

  private func numbers(_ count: Int) -> String { count == 1 ? "1 number" : "\(count) numbers" }

  // MARK: LSTM

  private func sentences(of settings: LSTM, at layer: Int) -> [Sentence] {
    guard timestep >= 0 else {
      return [
        Sentence(
          "\(settings.name) keeps \(numbers(settings.units)) of h and as many of c: one of each is "
            + "a unit.",
          short: "\(settings.name) keeps \(numbers(settings.units)) of h and as many of c.")
      ]
    }
    let dense = denseAtEveryTimestep(settings, layer).map { [$0] } ?? []
    let behind = behind(settings, layer).map { [$0] } ?? []
    let arithmetic = arithmetic(settings, layer)
    if timestep == last {
      return dense + [atTheEnd(settings, layer)] + behind + [arithmetic, order]
    }
    if timestep == 0 {
      return dense + [order, zeros] + behind + [leaving(settings, layer), arithmetic]
    }
    return dense + [arithmetic] + behind + [leaving(settings, layer), order]
  }

  /// Where c comes from, in numbers.
  private func arithmetic(_ settings: LSTM, _ layer: Int) -> Sentence {
    let unit = state.unit(of: layer)
    let before = state.trace.entering(.cellState, layer: layer, unit: unit, timestep: timestep)
    func text(_ quantity: QuantityName, _ timestep: Int) -> String {
      bracketed(state.trace.values(quantity, layer: layer, timestep: timestep)[unit])
    }
    func bracketed(_ value: Float) -> String {
      let digits = decimal(value, digits: 3)
      return digits.hasPrefix("-") ? "(\(digits))" : digits
    }
    func number(_ quantity: QuantityName) -> String {
      decimal(
        state.trace.values(quantity, layer: layer, timestep: timestep)[unit], digits: 3)
    }
    let sum =
      "c[\(timestep)] = f·c[\(timestep - 1)] + i·g = "
      + "\(text(.forgetGate, timestep))·\(bracketed(before)) + "
      + "\(text(.inputGate, timestep))·\(text(.cellCandidate, timestep)) = \(number(.cellState))"
    // The curve on the way out is tanh unless the network says otherwise.
    let curve = settings.activation == .linear ? "" : settings.activation.rawValue
    let shown =
      "h = o·\(curve)(c) = "
      + "\(number(.outputGate))·\(curve)(\(number(.cellState))) = \(number(.hiddenState))"
    return Sentence(
      "Unit \(unit): \(sum); \(shown)", short: "Unit \(unit): \(sum)")
  }

  /// What has left so far.
  private func leaving(_ settings: LSTM, _ layer: Int) -> Sentence {
    let name = settings.name
    let width = numbers(settings.units)
    guard settings.returnSequences else {
      let also = settings.returnState ? ", beside the last h and c (return_state)" : ""
      return Sentence(
        "\(name) has read \(timestep + 1) of \(allTimesteps), and nothing has left it: with "
          + "return_sequences=False only h[\(last)] will\(also).",
        short: "\(name): nothing has left yet; only h[\(last)] will, \(width).")
    }
    return Sentence(
      "\(name) hands on h of every timestep, \(width) each; h[\(timestep)] has just left.",
      short: "\(name) hands on h of every timestep, \(width) each.")
  }

  private func atTheEnd(_ settings: LSTM, _ layer: Int) -> Sentence {
    let name = settings.name
    let width = numbers(settings.units)
    let also =
      settings.returnState ? " The last h and c leave too, \(width) each (return_state)." : ""
    return settings.returnSequences
      ? Sentence(
        "\(name) has read \(allTimesteps) and handed on h of each: \(last + 1) × \(width), one for "
          + "each unit.\(also)",
        short: "\(name) handed on h of \(allTimesteps), \(width) each.")
      : Sentence(
        "\(name) has read all \(allTimesteps); only h[\(last)] leaves: one vector of \(width), one for "
          + "each unit.\(also)",
        short: "\(name) read all \(last + 1); only h[\(last)] leaves: one vector of \(width).")
  }

  /// What becomes of the head when a sequence reaches it.
  private func denseAtEveryTimestep(_ settings: LSTM, _ layer: Int) -> Sentence? {
    guard settings.returnSequences, layer + 1 < state.plan.layers.count,
      case .dense = state.plan.layers[layer + 1].layer
    else { return nil }
    let shape = state.plan.layers.last?.outputShape.perObservation ?? ""
    return Sentence(
      "\(settings.name) hands on h of every timestep, so the Dense layers apply at each of the "
        + "\(last + 1), with the same weights: the output is \(shape), an answer for each timestep.",
      short: "Dense applies at each of the \(last + 1) timesteps, same weights: output \(shape).")
  }

  /// Why time cannot be skipped.
  private var order: Sentence {
    if last == 0 { return Sentence("There is one timestep: nothing comes before it.") }
    if timestep == last {
      return Sentence(
        "The \(last + 1) timesteps were read one after another, each with h of the one before it and "
          + "the same weights.")
    }
    return Sentence(
      "One timestep after another: t \(timestep + 1) needs h[\(timestep)]. All \(last + 1) use the "
        + "same weights.")
  }

  private var zeros: Sentence {
    guard state.trace.startsFromZeros else { return startedElsewhere }
    return Sentence(
      "Before t 0 there is no h and no c: h[-1] and c[-1] are 0, for every observation anew.",
      short: "Before t 0 there is no h and no c: h[-1] and c[-1] are 0.")
  }

  /// What the layer needs of the one before it.
  private func behind(_ settings: LSTM, _ layer: Int) -> Sentence? {
    guard layer > 0, case .lstm(let before) = state.plan.layers[layer - 1].layer else { return nil }
    guard !settings.goBackwards else {
      return Sentence(
        "\(settings.name) reads from the end (go_backwards), here h[\(state.timestepRead(by: layer))] "
          + "of \(before.name): \(before.name) has to have read everything first.",
        short: "\(settings.name) reads \(before.name) from its end (go_backwards).")
    }
    return Sentence(
      "At t \(timestep) \(settings.name) takes h[\(timestep)] of \(before.name). Keras runs "
        + "\(before.name) to the end first, then \(settings.name): the numbers are the same.",
      short: "\(settings.name) takes h[\(timestep)] of \(before.name) at t \(timestep).")
  }

  // MARK: Dense

  private func sentences(of settings: Dense, at layer: Int) -> [Sentence] {
    let planned = state.plan.layers[layer]
    let width = planned.inputShape.features ?? 0
    let count = grouped(planned.parameters.total)
    let apply =
      planned.outputShape.rank == 3
      ? "applies at each of the \(last + 1) timesteps, with the same weights"
      : "applies once"
    let bias = settings.useBias ? ", adds a bias" : ""
    let who = settings.units == 1 ? "Its unit" : "Each of its \(settings.units) units"
    return [
      Sentence(
        "\(settings.name) reads \(numbers(width)), knows no timesteps and \(apply). \(who) weighs "
          + "\(width == 1 ? "it" : "them all")\(bias)\(settings.activation.use): "
          + "\(planned.parameters.derivation) = \(count) parameters.",
        short: "\(settings.name) \(apply): \(planned.parameters.derivation) = \(count) parameters.")
    ]
  }
}
