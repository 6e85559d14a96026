import Engine
import NetworkCode
import Wording

/// The network screen: every layer from the input to the output at this timestep.
extension PlainText {
  mutating func addNetwork() {
    if let question = state.example.facts.question { add("Question: \(question)") }
    add(inputLine)
    for index in state.plan.layers.indices {
      let layer = state.plan.layers[index].layer
      if let recurrent = layer.recurrent {
        add(gates(of: index, recurrent))
        add(leaving(index, recurrent))
      } else if case .dense(let settings) = layer {
        add(dense(index, settings))
      }
    }
    addFailure()
    add(outputLine)
    for line in Explanation(state).lines(width: .max) where line != state.message {
      // How bars are read is nothing to say where there are none.
      if !line.hasPrefix("Bars:") { add(line) }
    }
  }

  /// What enters at this timestep.
  var inputLine: String {
    let input = state.position.description.input
    guard state.position.timestep >= 0 else { return "\(input.name): nothing has been read." }
    let timestep = state.inputTimestep
    let facts = state.example.timesteps[timestep]
    let values = state.example.observation[timestep].map { decimal($0, digits: 3) }
    let vector = "x[\(timestep)] = \(values.joined(separator: ", "))"
    if state.example.isSymbolic {
      let event = facts.event.map { ", \($0.rawValue)" } ?? ""
      return "\(input.name) at t \(timestep): symbol \(facts.label)\(event); \(vector)"
    }
    let readings = state.readings
    return "\(input.name) at t \(timestep): " + (readings.isEmpty ? "" : readings + "; ") + vector
  }

  /// The quantities of the shown unit.
  func gates(of index: Int, _ settings: any RecurrentLayer) -> String {
    let unit = state.unit(of: index)
    let timestep = state.position.timestep
    let quantities = state.quantities(of: index).filter { timestep >= 0 || $0.isState }
    let numbers = quantities.map { quantity in
      let value = state.trace.values(quantity, layer: index, timestep: timestep)[unit]
      return "\(quantity.words) \(decimal(value))"
    }
    let place = timestep < 0 ? "before t 0" : "at t \(timestep)"
    return "\(settings.name) unit \(unit) of \(settings.units) \(place): "
      + numbers.joined(separator: ", ")
  }

  /// What leaves the layer.
  func leaving(_ index: Int, _ settings: any RecurrentLayer) -> String {
    let shape = state.plan.layers[index].outputShape.perObservation
    let timestep = state.position.timestep
    let last = state.timesteps - 1
    let head =
      "\(settings.name) return_sequences=\(Python.literal(settings.returnSequences)), "
      + "shape \(shape): "
    if settings.returnSequences {
      return head + "h of \(timestep + 1) of \(last + 1) timesteps has left"
    }
    return head
      + (timestep == last ? "h[\(last)] leaves" : "nothing has left, only h[\(last)] will")
  }

  private func dense(_ index: Int, _ settings: Dense) -> String {
    // The last layer has a line of its own.
    guard index < state.position.description.layers.count - 1 else { return "" }
    guard let values = state.output(of: index) else { return "\(settings.name): waits" }
    let shown = values.prefix(8).map { decimal($0) }.joined(separator: ", ")
    return "\(settings.name): \(shown)"
      + (values.count > 8 ? ", … \(values.count) numbers" : "")
  }

  /// Why the network stops, where it does.
  mutating func addFailure() {
    guard let failure = state.plan.failure else { return }
    add("\(failure.layerName) cannot be built. Keras says: \(failure.error)")
    if let advice = failure.error.advice { add(advice + ".") }
  }

  /// The answer, or that there is none yet.
  var outputLine: String {
    guard state.plan.failure == nil else { return "No output: the network cannot be built." }
    let index = state.position.description.layers.count - 1
    let name = state.position.description.layers[index].name
    guard let values = state.output(of: index) else { return "\(name): waits, no answer yet" }
    return "\(name): \(Answer(state).forms(values)[0].text)"
  }
}
