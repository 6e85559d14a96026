import Engine
import Phrases
import Wording

/// The network screen: every layer from the input to the output at this timestep.
extension PlainText {
  mutating func addNetwork() {
    if let question = state.example.facts.question { add(PlainPhrases.question(question)) }
    add(inputLine)
    for index in state.plan.layers.indices {
      let layer = state.plan.layers[index].layer
      if let recurrent = layer.recurrent {
        add(gates(of: index, recurrent))
        add(outputs(index, recurrent))
      } else if let settings = layer.settings as? Dense {
        add(dense(index, settings))
      }
    }
    addFailure()
    add(outputLine)
    for line in Explanation(state, drawsBars: false).lines(width: .max)
    where line != state.message { add(line) }
  }

  /// What enters at this timestep.
  var inputLine: String {
    let input = state.position.description.input
    guard !state.timeline.isAtStart else { return PlainPhrases.nothingRead(input.name) }
    let timestep = state.inputTimestep
    let facts = state.example.timesteps[timestep]
    let values = state.example.observation[timestep].map { decimal($0, digits: 3) }
    let vector = "x[\(timestep)] = \(values.joined(separator: ", "))"
    let readings =
      state.example.isSymbolic
      ? PlainPhrases.symbol(facts.label, event: facts.event?.rawValue) : state.readings
    return PlainPhrases.input(input.name, at: timestep, readings: readings, vector: vector)
  }

  /// The quantities of the shown unit.
  func gates(of index: Int, _ settings: any RecurrentLayer) -> String {
    let unit = state.unit(of: index)
    let timestep = state.position.timestep
    let numbers = state.quantities(of: index).compactMap { quantity in
      state.trace.values(quantity, layer: index, at: timestep)
        .map { "\(quantity.words) \(Self.number($0[unit], of: quantity))" }
    }
    let name = PlainPhrases.unit(unit, of: settings.units, in: settings.name, at: timestep)
    return "\(name): \(numbers.joined(separator: ", "))"
  }

  /// A number as it is read out; a gradient may be so small that its first digits are all 0.
  static func number(_ value: Float, of quantity: QuantityName?) -> String {
    quantity?.isGradient == true ? Phrase(gradient: value).text : decimal(value)
  }

  /// What the layer outputs.
  func outputs(_ index: Int, _ settings: any RecurrentLayer) -> String {
    let shape = state.plan.layers[index].outputShape.perObservation
    let timestep = state.position.timestep
    let last = state.timesteps - 1
    if settings.returnSequences {
      return PlainPhrases.outputsEvery(
        settings.name, shape: shape, read: state.timeline.read.count, of: last + 1)
    }
    return timestep == last
      ? PlainPhrases.outputsLast(settings.name, shape: shape, last: last)
      : PlainPhrases.noOutputYet(settings.name, shape: shape, last: last)
  }

  private func dense(_ index: Int, _ settings: Dense) -> String {
    // The last layer has a line of its own.
    guard index < state.position.description.layers.count - 1 else { return "" }
    guard let values = state.output(of: index) else { return PlainPhrases.waits(settings.name) }
    let shown = values.prefix(8).map { decimal($0) }.joined(separator: ", ")
    return PlainPhrases.numbers(
      shown, of: settings.name, count: values.count > 8 ? values.count : nil)
  }

  /// Why the network stops, where it does.
  mutating func addFailure() {
    guard let failure = state.plan.failure else { return }
    add(
      PlainPhrases.cannotBeBuilt(
        failure.layerName, keras: state.kerasWords(on: failure.error)))
    if let advice = failure.error.advice { add(advice + ".") }
  }

  /// The answer, or that there is none yet.
  var outputLine: String {
    guard state.plan.failure == nil else { return PlainPhrases.noOutput }
    let index = state.position.description.layers.count - 1
    let name = state.position.description.layers[index].name
    if let values = state.output(of: index) {
      return "\(name): \(Answer(state).forms(values)[0].text)"
    }
    // What the network screen's last row shows.
    guard let timestep = state.position.timestep, let answers = state.moment.answers,
      let units = answers.shape.last
    else { return PlainPhrases.hasNoAnswer(name) }
    let row = min(timestep, answers.shape[0] - 1)
    let values = Array(answers.values[row * units..<(row + 1) * units])
    return PlainPhrases.answerSoFar(
      Answer(state).forms(values)[0].text, of: name, isIfRead: NetworkScreen.isIfRead(state))
  }
}
