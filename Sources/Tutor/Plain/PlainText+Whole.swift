import Engine
import Insight
import NetworkCode
import Phrases
import Vocabulary
import Wording

/// The schedule and the shapes screen.
extension PlainText {
  /// How far the cells have been computed.
  mutating func addSchedule() {
    let schedule = state.moment.schedule
    let progress = ScheduleProgress(
      schedule, cells: state.position.cells, layers: state.position.description.layers)
    let words = ScheduleWords(state, progress, width: .max)
    if let empty = words.empty {
      add(empty)
      if let failure = words.failure { add(failure.replacing(" ✗", with: ":")) }
      return
    }
    let cells = progress.cells
    let order = state.position.schedule.rawValue
    let total = counted(schedule.steps.count, "cell")
    add("Order: \(order). \(cells) of \(total) \(cells == 1 ? "is" : "are") computed.")
    if cells > 0 {
      let step = schedule.steps[cells - 1]
      let name = state.plan.layers[schedule.layers[step.layer]].layer.name
      add("The last one: \(name) at t \(step.timestep); \(held(step.held)).")
    }
    if cells < schedule.steps.count {
      let step = schedule.steps[cells]
      let name = state.plan.layers[schedule.layers[step.layer]].layer.name
      add("The next one: \(name) at t \(step.timestep).")
    }
    add("At most \(held(schedule.peak)).")
    add(sentence(words.agreement.forms[0].text))
    if let failure = schedule.failure {
      add("It ends before \(failure.layerName): \(failure.error)")
    }
  }

  private func held(_ count: Int) -> String {
    "\(counted(count, "number")) \(count == 1 ? "is" : "are") held"
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
          + "\(counted(planned.parameters.total, "parameter")) = \(planned.parameters.derivation), "
          + "PyTorch \(grouped(planned.torchParameters.total))\(was)")
    }
    if let total = sketch.plan.parameterCount, let torch = sketch.plan.torchParameterCount {
      add("total: \(grouped(total)) parameters, PyTorch \(grouped(torch))")
    }
    add(sketch.news.first ?? "No size is changed.")
  }
}
