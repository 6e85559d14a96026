import Engine
import Insight
import Phrases
import Vocabulary
import Wording

/// Chooses what is said of what one is looking at: the most telling of this moment first. Every number
/// comes from the trace.
struct Explanation {
  private typealias Says = ExplanationPhrases

  private let state: Explorer
  /// The timestep that is looked at: the first while nothing has been read.
  private let timestep: Int
  private let last: Int
  /// The most telling first.
  private var sentences: [Sentence] = []

  /// Beside a picture one sentence speaks of this timestep, and before the first one of what stays so;
  /// where there are no bars all of them do.
  init(_ state: Explorer, drawsBars: Bool = true) {
    self.state = state
    timestep = state.timestep
    last = state.timesteps - 1
    sentences = drawsBars ? said + besidePicture : said + moments
  }

  /// As many whole sentences as fit into so many lines; none is cut in the middle.
  func lines(width: Int, count: Int = .max) -> [String] {
    Fitted.sentences(sentences, width: width, lines: count).map(\.text)
  }

  /// What was asked for or changed, which comes first.
  private var said: [Sentence] {
    let message = state.message.map { [Sentence($0)] } ?? []
    let parting = state.parting.map { [Sentence($0)] } ?? []
    let change = state.message == nil ? state.beforeAndAfter.map { [Sentence($0)] } ?? [] : []
    return message + change + parting + gradients
  }

  /// How far the gradient of the layer in focus reaches, where gradients are shown.
  private var gradients: [Sentence] {
    guard state.showsGradients, let settings = focus,
      let layer = state.recurrentLayers.first(where: {
        state.plan.layers[$0].layer.name == settings.name
      })
    else { return [] }
    let reach = GradientReach(state.trace, settings.gradientOfRemembered, layer: layer)
    return [
      GradientPhrases.reaches(
        reach, of: settings.remembered.letter, in: settings.name,
        isLoss: state.trace.objective.isLoss)
    ]
  }

  private var besidePicture: [Sentence] {
    guard state.plan.failure == nil, !state.recurrentLayers.isEmpty else { return moments }
    if state.timeline.isAtStart { return moments + [order, legend] }
    // At the first timestep it matters, too, what it began from.
    return (answer.map { [$0] } ?? []) + moments.prefix(timestep == 0 ? 2 : 1)
  }

  /// What the network answers at the end.
  private var answer: Sentence? {
    let head = state.plan.layers.count - 1
    guard state.timeline.isAtEnd, state.plan.layers.last?.layer.isRecurrent == false,
      let values = state.output(of: head)
    else { return nil }
    let forms = Answer(state).forms(values, before: state.outputBefore(of: head)).map(\.text)
    guard let long = forms.first, let short = forms.last else { return nil }
    // Numbers that nobody has words for.
    if state.model.output == nil, state.example.facts.choice == nil,
      values.allSatisfy(\.isFinite)
    {
      let truth = state.example.facts.truth.flatMap { $0.isYes == nil ? $0.value : nil }
      return Says.outputs(state.plan.layers[head].layer.name, long, short, truth: truth)
    }
    return Sentence(long, short)
  }

  private var moments: [Sentence] {
    if let failure = state.plan.failure { return failureSentences(failure) }
    let isBefore = state.timeline.isAtStart && !state.recurrentLayers.isEmpty
    let start = isBefore ? [beforeTheFirst] : []
    switch state.position.layer {
    case .input: return start + input
    case .layer(let index):
      let planned = state.plan.layers[index]
      let layer = planned.layer
      if let settings = layer.settings as? Dense {
        return start + sentences(of: settings, at: index)
      }
      guard let settings = layer.recurrent else {
        return start + [
          Sentence(LayerKindPhrases.sentence(planned, reads: state.namesRead(by: planned)))
        ]
      }
      return start + sentences(of: settings, at: index)
    }
  }

  private func failureSentences(_ failure: NetworkPlan.Failure) -> [Sentence] {
    let name = failure.layerName
    guard let layer = state.recurrentLayers.last,
      let settings = state.plan.layers[layer].layer.recurrent
    else { return [Says.noNumbers(from: name)] }
    let works = Says.stillRuns(settings.name, noNumbersFrom: name)
    return state.timeline.isAtStart ? [works] : [works, arithmetic(settings, layer), order]
  }

  private var beforeTheFirst: Sentence {
    if let place = focusPlace, let handed = handedOver(to: place) { return handed }
    return state.trace.startsFromZeros ? Says.nothingRead(states: states) : startedElsewhere
  }

  private var startedElsewhere: Sentence { Says.startedElsewhere(states: states) }

  /// The letters of the states of the layer in focus.
  private var states: [Character] { focus?.states.map(\.letter) ?? [] }

  /// The recurrent layer that is chosen, or the last one before what is chosen, or the first.
  private var focus: (any RecurrentLayer)? {
    focusPlace.flatMap { state.recurrent($0) }
  }

  private var focusPlace: Int? {
    let layers = state.recurrentLayers
    return layers.last { $0 < state.position.layer.place } ?? layers.first
  }

  /// That a layer starts from the states of another one; nil where none hands them over.
  private func handedOver(to layer: Int) -> Sentence? {
    let planned = state.plan.layers[layer]
    guard let settings = planned.layer.recurrent,
      let giver = planned.sources.dropFirst().first?.layer
    else { return nil }
    return Says.startsFrom(
      settings.name, giver: state.plan.layers[giver].layer.name,
      states: settings.states.map(\.letter))
  }

  private var legend: Sentence {
    var known: [LayerQuantity] = []
    for layer in state.recurrentLayers {
      for quantity in state.recurrent(layer)?.quantities ?? []
      where !known.contains(where: { $0.name == quantity.name && $0.range == quantity.range }) {
        known.append(quantity)
      }
    }
    let gates = known.filter { $0.role == .gate }
    guard gates.allSatisfy({ $0.range == 0...1 }) else { return Says.bars(shares: [], others: []) }
    let others = known.filter { $0.role != .gate }
    return Says.bars(shares: gates.map(\.letter), others: others.map(\.letter))
  }

  // MARK: Input

  private var input: [Sentence] {
    guard let first = state.plan.layers.first else { return [] }
    let features = state.example.observation.features
    let name = first.layer.name
    let units = first.units
    guard let recurrent = first.layer.recurrent else {
      return [Says.arrive(features: features, at: name)]
    }
    return [
      Says.arrive(features: features, at: name, units: units, sums: recurrent.sums.count),
      Says.observation(timesteps: last + 1, features: features),
    ]
  }

  // MARK: Recurrent layers

  private func sentences(of settings: any RecurrentLayer, at layer: Int) -> [Sentence] {
    guard !state.timeline.isAtStart else {
      let others = settings.otherStates.map(\.letter)
      return [Says.keeps(settings.name, units: settings.units, others: others)]
    }
    let dense = denseAtEveryTimestep(settings, layer).map { [$0] } ?? []
    let behind = behind(settings, layer).map { [$0] } ?? []
    if state.skips(timestep, layer) {
      return [state.skipSentence(of: layer, settings)] + dense + [order]
    }
    let arithmetic = arithmetic(settings, layer)
    let end = state.length(of: layer) - 1
    if timestep >= end {
      return dense + [atTheEnd(settings, end)] + behind + [arithmetic, order]
    }
    if timestep == 0 {
      return dense + [handedOver(to: layer) ?? zeros, arithmetic, order] + behind + [
        leaving(settings, end)
      ]
    }
    return dense + [arithmetic] + behind + [leaving(settings, end), order]
  }

  /// Where the states come from, in numbers.
  private func arithmetic(_ settings: any RecurrentLayer, _ layer: Int) -> Sentence {
    let unit = state.unit(of: layer)
    let equations = settings.stateEquations
    let parts = equations.enumerated().map { place, equation in
      // The first is what is carried on in time, so it says when.
      self.arithmetic(equation, layer, unit, isFirst: place == 0)
    }
    guard !parts.isEmpty else { return Says.curveOfItsSum(unit: unit, timestep: timestep) }
    let remembered = equations.firstIndex { $0.state == settings.remembered }
    return Says.computed(unit: unit, states: parts, most: remembered.map { parts[$0] } ?? "")
  }

  private func arithmetic(
    _ equation: StateEquation, _ layer: Int, _ unit: Int, isFirst: Bool
  ) -> String {
    // The curve on the way out is tanh unless the network says otherwise.
    func curve(_ activation: Activation, _ argument: String) -> String {
      "\(activation == .linear ? "" : activation.rawValue)(\(argument))"
    }
    func value(_ factor: StateEquation.Factor) -> Float {
      factor.number(in: state.trace, layer: layer, unit: unit, timestep: timestep)
    }
    // A factor that three digits make 0 has as many as it needs where its product is not 0.
    let needed = equation.products.filter { factors in
      factors.map(value).reduce(1, *).magnitude >= 0.0005
    }
    func number(_ factor: StateEquation.Factor) -> String {
      let number = value(factor)
      let isNeeded = number.magnitude < 0.0005 && needed.contains { $0.contains(factor) }
      return isNeeded ? scientific(number) : decimal(number, digits: 3)
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
  private func leaving(_ settings: any RecurrentLayer, _ last: Int) -> Sentence {
    guard settings.returnSequences else {
      return Says.noOutputYet(
        settings.name, units: settings.units, timestep: timestep, last: last,
        returned: returned(settings))
    }
    return Says.outputsEvery(settings.name, units: settings.units, timestep: timestep)
  }

  private func atTheEnd(_ settings: any RecurrentLayer, _ last: Int) -> Sentence {
    let (name, units, states) = (settings.name, settings.units, returned(settings))
    return settings.returnSequences
      ? Says.hasOutputEvery(name, units: units, last: last, returned: states)
      : Says.outputsLastAlone(name, units: units, last: last, returned: states)
  }

  /// The states that leave a layer beside its output.
  private func returned(_ settings: any RecurrentLayer) -> [Character] {
    settings.returnState ? settings.states.map(\.letter) : []
  }

  /// What becomes of the head when a sequence reaches it.
  private func denseAtEveryTimestep(_ settings: any RecurrentLayer, _ layer: Int) -> Sentence? {
    guard settings.returnSequences, let behind = state.position.description.behind(layer),
      state.plan.layers.indices.contains(behind), state.plan.layers[behind].layer.isDense
    else { return nil }
    let shape = state.plan.layers.last?.outputShape.perObservation ?? ""
    let dense = state.plan.layers[behind...].prefix { $0.layer.isDense }.count
    return Says.denseAtEveryTimestep(
      after: settings.name, dense: dense, timesteps: last + 1, shape: shape)
  }

  /// Why time cannot be skipped.
  private var order: Sentence {
    if last == 0 { return Says.onlyTimestep }
    if timestep == last { return Says.readInOrder(timesteps: last + 1) }
    return Says.order(timestep: timestep, timesteps: last + 1)
  }

  private var zeros: Sentence {
    state.trace.startsFromZeros ? Says.zeros(states: states) : startedElsewhere
  }

  /// What the layer needs of the one before it, and where it starts from another one's states.
  private func behind(_ settings: any RecurrentLayer, _ layer: Int) -> Sentence? {
    // At the first timestep that is said already.
    if let handed = handedOver(to: layer) { return timestep == 0 ? nil : handed }
    guard let place = state.plan.layers[layer].before,
      let before = state.plan.layers[place].layer.recurrent
    else { return nil }
    guard !settings.goBackwards else {
      return Says.readsFromEnd(
        settings.name, of: before.name, timestep: state.timestepRead(by: layer))
    }
    return Says.readsBehind(settings.name, before.name, timestep: timestep)
  }

  // MARK: Dense

  private func sentences(of settings: Dense, at layer: Int) -> [Sentence] {
    let planned = state.plan.layers[layer]
    return [
      Says.dense(
        settings.name, inputs: planned.inputShape.features ?? 0, units: settings.units,
        hasBias: settings.useBias, activation: settings.activation,
        timesteps: planned.handsOnSequence ? state.length(of: layer) : nil,
        parameters: planned.parameters.total, derivation: planned.parameters.derivation)
    ]
  }
}
