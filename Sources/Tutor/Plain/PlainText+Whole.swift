import Engine
import Vocabulary

/// The contrast, schedule and shapes screens.
extension PlainText {
  /// What the chosen layer's flag does to everything behind it, both ways.
  mutating func addContrast() {
    guard let contrast = state.moment.contrast,
      case .lstm(let settings) = state.position.description.layers[contrast.layer]
    else {
      add("There is no LSTM layer to contrast.")
      return
    }
    for side in Contrast.Side.allCases {
      let plan = contrast.plan(side)
      let open = side.flag == settings.returnSequences ? ", as the network is" : ""
      add("\(settings.name) with return_sequences=\(side.word)\(open):")
      for planned in plan.layers.dropFirst(contrast.layer) {
        add(
          "\(planned.layer.name) hands on \(planned.outputShape.perObservation), "
            + counted(planned.parameters.total, "parameter"))
      }
      if let failure = plan.failure {
        add("\(failure.layerName) cannot be built. Keras says: \(failure.error)")
      }
    }
    let words = ContrastWords(state, contrast, width: .max)
    add(words.difference[0])
    for sentence in words.plainSentences { add(sentence) }
    add(gates(of: contrast.layer, settings))
    add(outputLine)
  }

  /// How far the cells have been computed.
  mutating func addSchedule() {
    let schedule = state.moment.schedule
    guard !schedule.steps.isEmpty else {
      add(ScheduleWords.nothing(schedule))
      return
    }
    let cells = min(state.position.cells, schedule.steps.count)
    let order = state.position.schedule.rawValue
    add("Order: \(order). \(cells) of \(schedule.steps.count) cells are computed.")
    if cells > 0 {
      let step = schedule.steps[cells - 1]
      let name = state.plan.layers[schedule.layers[step.layer]].layer.name
      add("The last one: \(name) at t \(step.timestep); held now: \(counted(step.held, "number")).")
    }
    if cells < schedule.steps.count {
      let step = schedule.steps[cells]
      let name = state.plan.layers[schedule.layers[step.layer]].layer.name
      add("The next one: \(name) at t \(step.timestep).")
    }
    add("Held at most: \(counted(schedule.peak, "number")).")
    if let failure = schedule.failure {
      add("It ends before \(failure.layerName): \(failure.error)")
    }
  }

  /// Shapes and counts, or the code.
  mutating func addShapes() {
    let sketch = state.sketch
    if let code = state.shownCode {
      add(code)
      return
    }
    let input = sketch.tried.input
    add("\(input.name): hands on \(input.shape.perObservation), 0 parameters")
    for (index, layer) in sketch.tried.layers.enumerated() {
      guard let planned = sketch.layer(index) else {
        let failure = sketch.plan.failure
        add(
          failure?.layerIndex == index
            ? "\(layer.name): cannot be built. Keras says: \(failure.map { "\($0.error)" } ?? "")"
            : "\(layer.name): nothing reaches it")
        continue
      }
      let before = sketch.openedLayer(index).map { grouped($0.parameters.total) } ?? ""
      let was = sketch.hasOtherCount(index) ? ", was \(before)" : ""
      add(
        "\(layer.name): hands on \(planned.outputShape.perObservation), "
          + "\(grouped(planned.parameters.total)) parameters = \(planned.parameters.derivation), "
          + "PyTorch \(grouped(planned.torchParameters.total))\(was)")
    }
    if let total = sketch.plan.parameterCount, let torch = sketch.plan.torchParameterCount {
      add("total: \(grouped(total)) parameters, PyTorch \(grouped(torch))")
    }
    add(sketch.news.first ?? "No size is changed yet.")
  }
}
