import Engine
import Insight
import NetworkCode
import Phrases
import Vocabulary

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
    add(PlainPhrases.order(order, computed: cells, of: schedule.steps.count))
    if cells > 0 {
      let step = schedule.steps[cells - 1]
      let name = state.plan.layers[schedule.layers[step.layer]].layer.name
      add(PlainPhrases.lastCell(name, at: step.timestep, held: step.held))
    }
    if cells < schedule.steps.count {
      let step = schedule.steps[cells]
      let name = state.plan.layers[schedule.layers[step.layer]].layer.name
      add(PlainPhrases.nextCell(name, at: step.timestep))
    }
    add(PlainPhrases.atMost(held: schedule.peak))
    add(PlainPhrases.sentence(words.agreement.forms[0].text))
    if let failure = schedule.failure {
      add(PlainPhrases.endsBefore(failure.layerName, error: "\(failure.error)"))
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
    add(PlainPhrases.input(input.name, shape: input.shape.perObservation))
    for (index, layer) in sketch.tried.layers.enumerated() {
      guard let planned = sketch.layer(index) else {
        let failure = sketch.plan.failure
        add(
          failure?.layerIndex == index
            ? PlainPhrases.isNotBuilt(
              layer.name, error: failure.map { "\($0.error)" } ?? "")
            : PlainPhrases.nothingReaches(layer.name))
        continue
      }
      let before = sketch.openedLayer(index)?.parameters.total
      add(
        PlainPhrases.layer(
          layer.name, shape: planned.outputShape.perObservation,
          parameters: planned.parameters.total, derivation: planned.parameters.derivation,
          torch: planned.torchParameters.total, was: sketch.hasOtherCount(index) ? before : nil))
    }
    if let total = sketch.plan.parameterCount, let torch = sketch.plan.torchParameterCount {
      add(PlainPhrases.total(parameters: total, torch: torch))
    }
    add(sketch.news.first ?? PlainPhrases.noSizeChanged)
  }
}
