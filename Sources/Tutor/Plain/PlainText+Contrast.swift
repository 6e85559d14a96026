import Engine
import Insight
import Phrases
import Wording

/// The contrast screen: what the chosen layer's flag does to everything behind it, from two runs.
extension PlainText {
  mutating func addContrast() {
    guard let contrast = state.moment.contrast,
      let settings = state.position.description.layers[contrast.layer].recurrent
    else {
      add("There is no \(Layer.recurrentKinds) layer to contrast.")
      return
    }
    for side in Contrast.Side.allCases { add(side, contrast, settings) }
    let words = ContrastWords(state, contrast, width: .max)
    add(sentence(words.difference[0].text))
    add(sentence(words.parameters[0].text))
    add(gates(of: contrast.layer, settings))
    guard state.position.timestep == state.timesteps - 1, let end = contrast.endDifference
    else { return }
    let place = end.place.map { ", in unit \($0.unit)" } ?? ""
    add(
      "The two outputs at the end: largest difference \(ContrastWords.written(end.largest))\(place)."
    )
  }

  /// One of the two runs: the shapes behind the layer, what has left it, what comes out.
  private mutating func add(
    _ side: Contrast.Side, _ contrast: Contrast, _ settings: any RecurrentLayer
  ) {
    let plan = contrast.plan(side)
    let open = side.flag == settings.returnSequences ? ", as the network is" : ""
    add("\(settings.name) with return_sequences=\(side.word)\(open):")
    for planned in plan.layers.dropFirst(contrast.layer) {
      add(
        "\(planned.layer.name) hands on \(planned.outputShape.perObservation), "
          + counted(planned.parameters.total, "parameter"))
    }
    let timestep = state.position.timestep
    let count = state.timesteps
    let left = side.flag ? timestep + 1 : timestep == count - 1 ? 1 : 0
    let whole = side.flag ? count : 1
    add(
      "h of \(settings.name): \(left) of \(whole) \(left == 1 || whole == 1 ? "has" : "have") left"
        + (side.flag ? "" : left == 1 ? ", h[\(count - 1)]" : ", only h[\(count - 1)] will"))
    if let failure = plan.failure {
      add("\(failure.layerName) cannot be built. Keras says: \(failure.error)")
      return
    }
    let name = plan.layers.last?.layer.name ?? settings.name
    let values = output(of: contrast[side])
    add("\(name): \(values.map { Answer(state).forms($0)[0].text } ?? "waits, no answer yet")")
  }

  /// What has come out of a run at the open timestep.
  private func output(of trace: Trace) -> [Float]? {
    let timestep = state.position.timestep
    guard timestep >= 0, let output = trace.output(trace.layerCount - 1),
      let units = output.shape.last
    else { return nil }
    guard output.shape.count == 2 else {
      return timestep == state.timesteps - 1 ? output.values : nil
    }
    return Array(output.values[timestep * units..<(timestep + 1) * units])
  }

  /// A text as a sentence of its own.
  func sentence(_ text: String) -> String {
    guard let first = text.first else { return "" }
    // The letter h is a quantity and stays small.
    let isLetter = text.dropFirst().first == " "
    return (isLetter ? String(first) : first.uppercased()) + text.dropFirst() + "."
  }
}
