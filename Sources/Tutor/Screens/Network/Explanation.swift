import Engine
import Insight
import Phrases
import Vocabulary
import Wording

/// What one is looking at, in sentences: the most telling of this moment first. Every number in them
/// comes from the trace.
struct Explanation {
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
    Fitted.sentences(sentences, width: width, lines: count).map(\.text)
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
      guard let settings = layer.recurrent else { return start }
      return start + sentences(of: settings, at: index)
    }
  }

  private func failureSentences(_ failure: NetworkPlan.Failure) -> [Sentence] {
    let name = failure.layerName
    guard let layer = state.recurrentLayers.last,
      let settings = state.plan.layers[layer].layer.recurrent
    else { return [Sentence("\(name) and what follows have no numbers.")] }
    let works = Sentence(
      "\(settings.name) still runs; \(name) and what follows have no numbers.")
    return timestep < 0 ? [works] : [works, arithmetic(settings, layer), order]
  }

  private var startedElsewhere: Sentence {
    Sentence(
      "What if: \(statesBefore()) are the states after another observation, as stateful=True would "
        + "have them.",
      "What if: \(statesBefore()) come from another observation.")
  }

  private var beforeTheFirst: Sentence {
    Sentence(
      "Nothing has been read. Every observation starts anew, from \(statesBefore("[-1] = 0")) in "
        + "every unit. → reads x[0].",
      "Nothing has been read: \(statesBefore("[-1]", " = ")) = 0 in every unit. "
        + "→ reads x[0].")
  }

  /// The states of the layer in focus, as they stand before the first timestep.
  private func statesBefore(_ suffix: String = "[-1]", _ separator: String = " and ") -> String {
    focus?.statesBefore(suffix, separator: separator) ?? ""
  }

  /// The recurrent layer that is chosen, or the last one before what is chosen, or the first.
  private var focus: (any RecurrentLayer)? {
    let layers = state.recurrentLayers
    let place = layers.last { $0 < state.position.layer.place } ?? layers.first
    return place.flatMap { state.recurrent($0) }
  }

  private var legend: Sentence {
    var known: [LayerQuantity] = []
    for layer in state.recurrentLayers {
      for quantity in state.recurrent(layer)?.quantities ?? []
      where !known.contains(where: { $0.name == quantity.name && $0.range == quantity.range }) {
        known.append(quantity)
      }
    }
    func letters(_ isAmong: (LayerQuantity) -> Bool) -> String {
      known.filter(isAmong).map { String($0.letter) }.joined(separator: " ")
    }
    let shares = letters { $0.role == .gate }
    let areShares = known.allSatisfy { $0.role != .gate || $0.range == 0...1 }
    let gates =
      areShares && !shares.isEmpty
      ? "\(shares) stand, from 0 to 1. \(letters { $0.role != .gate })" : "they"
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
    guard let recurrent = first.layer.recurrent else {
      return [Sentence("\(features) numbers arrive; \(name) reads them all.")]
    }
    let often = times(recurrent.sums.count)
    let columns = recurrent.sums.count * units
    return [
      Sentence(
        "\(features) features arrive at each timestep. Each reaches every one of the \(units) "
          + "units of \(name), \(often): the kernel is \(features) × \(columns).",
        "Each of \(features) features reaches all \(units) units of \(name), \(often): "
          + "\(features) × \(columns)."),
      Sentence(
        "One observation is \(allTimesteps) of \(features) features, in this order. A thousand of them "
          + "are (1000, \(last + 1), \(features)), the batch first; none knows of the others.",
        "One observation is \(allTimesteps) of \(features) features, in this order."),
    ]
  }

  private var allTimesteps: String { last == 0 ? "1 timestep" : "\(last + 1) timesteps" }

  private func numbers(_ count: Int) -> String { count == 1 ? "1 number" : "\(count) numbers" }

  // MARK: Recurrent layers

  private func sentences(of settings: any RecurrentLayer, at layer: Int) -> [Sentence] {
    guard timestep >= 0 else {
      let keeps = "\(settings.name) keeps \(numbers(settings.units)) of h"
      guard !settings.otherLetters.isEmpty else {
        return [Sentence("\(keeps): each is a unit.")]
      }
      let all = "\(keeps) and as many of \(settings.otherLetters)"
      return [Sentence("\(all): one of each is a unit.", "\(all).")]
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

  /// Where the states come from, in numbers.
  private func arithmetic(_ settings: any RecurrentLayer, _ layer: Int) -> Sentence {
    let unit = state.unit(of: layer)
    let equations = settings.stateEquations
    let parts = equations.enumerated().map { place, equation in
      // The first is what is carried on in time, so it says when.
      self.arithmetic(equation, layer, unit, isFirst: place == 0)
    }
    guard !parts.isEmpty else {
      return Sentence("Unit \(unit): h[\(timestep)] is the curve of its sum.")
    }
    let remembered = equations.firstIndex { $0.state == settings.remembered }
    return Sentence(
      "Unit \(unit): \(parts.joined(separator: "; "))",
      "Unit \(unit): \(remembered.map { parts[$0] } ?? "")")
  }

  private func arithmetic(
    _ equation: StateEquation, _ layer: Int, _ unit: Int, isFirst: Bool
  ) -> String {
    // The curve on the way out is tanh unless the network says otherwise.
    func curve(_ activation: Activation, _ argument: String) -> String {
      "\(activation == .linear ? "" : activation.rawValue)(\(argument))"
    }
    func number(_ factor: StateEquation.Factor) -> String {
      decimal(
        factor.number(in: state.trace, layer: layer, unit: unit, timestep: timestep), digits: 3)
    }
    let letters = equation.written { $0.letters(before: "[\(timestep - 1)]", curve: curve) }
    let isOne = equation.products.count == 1
    let numbers = equation.written { factor in
      let number = number(factor)
      if case .curved(_, let activation) = factor { return curve(activation, number) }
      // Nothing stands before the first factor of a single product.
      let isAlone = isOne && factor == equation.products[0].first
      return number.hasPrefix("-") && !isAlone ? "(\(number))" : number
    }
    let result = decimal(
      state.trace.value(equation.state, layer: layer, unit: unit, timestep: timestep), digits: 3)
    let name = "\(equation.state.letter)" + (isFirst ? "[\(timestep)]" : "")
    return "\(name) = \(letters) = \(numbers) = \(result)"
  }

  /// What has left so far.
  private func leaving(_ settings: any RecurrentLayer, _ layer: Int) -> Sentence {
    let name = settings.name
    let width = numbers(settings.units)
    guard settings.returnSequences else {
      let also =
        settings.returnState ? ", beside the last \(settings.stateLetters) (return_state)" : ""
      return Sentence(
        "\(name) has read \(timestep + 1) of \(allTimesteps), and nothing has left it: with "
          + "return_sequences=False only h[\(last)] will\(also).",
        "\(name): nothing has left yet; only h[\(last)] will, \(width).")
    }
    return Sentence(
      "\(name) hands on h of every timestep, \(width) each; h[\(timestep)] has just left.",
      "\(name) hands on h of every timestep, \(width) each.")
  }

  private func atTheEnd(_ settings: any RecurrentLayer, _ layer: Int) -> Sentence {
    let name = settings.name
    let width = numbers(settings.units)
    let also =
      settings.returnState
      ? " The last \(settings.stateLetters) leave\(settings.states.count == 1 ? "s" : "") too, "
        + "\(width) each (return_state)." : ""
    return settings.returnSequences
      ? Sentence(
        "\(name) has read \(allTimesteps) and handed on h of each: \(last + 1) × \(width), one for "
          + "each unit.\(also)",
        "\(name) handed on h of \(allTimesteps), \(width) each.")
      : Sentence(
        "\(name) has read all \(allTimesteps); only h[\(last)] leaves: one vector of \(width), one for "
          + "each unit.\(also)",
        "\(name) read all \(last + 1); only h[\(last)] leaves: one vector of \(width).")
  }

  /// What becomes of the head when a sequence reaches it.
  private func denseAtEveryTimestep(_ settings: any RecurrentLayer, _ layer: Int) -> Sentence? {
    guard settings.returnSequences, layer + 1 < state.plan.layers.count,
      case .dense = state.plan.layers[layer + 1].layer
    else { return nil }
    let shape = state.plan.layers.last?.outputShape.perObservation ?? ""
    return Sentence(
      "\(settings.name) hands on h of every timestep, so the Dense layers apply at each of the "
        + "\(last + 1), with the same weights: the output is \(shape), an answer for each timestep.",
      "Dense applies at each of the \(last + 1) timesteps, same weights: output \(shape).")
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
    let states = focus?.states ?? [.hiddenState]
    let none = states.map { "no \($0.letter)" }.joined(separator: " and ")
    let zero =
      "Before t 0 there is \(none): \(statesBefore()) \(states.count == 1 ? "is" : "are") 0"
    return Sentence("\(zero), for every observation anew.", "\(zero).")
  }

  /// What the layer needs of the one before it.
  private func behind(_ settings: any RecurrentLayer, _ layer: Int) -> Sentence? {
    guard layer > 0, let before = state.plan.layers[layer - 1].layer.recurrent else { return nil }
    guard !settings.goBackwards else {
      return Sentence(
        "\(settings.name) reads from the end (go_backwards), here h[\(state.timestepRead(by: layer))] "
          + "of \(before.name): \(before.name) has to have read everything first.",
        "\(settings.name) reads \(before.name) from its end (go_backwards).")
    }
    return Sentence(
      "At t \(timestep) \(settings.name) takes h[\(timestep)] of \(before.name). Keras runs "
        + "\(before.name) to the end first, then \(settings.name): the numbers are the same.",
      "\(settings.name) takes h[\(timestep)] of \(before.name) at t \(timestep).")
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
        "\(settings.name) \(apply): \(planned.parameters.derivation) = \(count) parameters.")
    ]
  }
}
