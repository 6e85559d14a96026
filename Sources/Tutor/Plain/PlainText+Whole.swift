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
    for order in state.position.schedule.shown { add(state.moment.schedule(order)) }
    add(PlainPhrases.sentence(words.agreement.forms[0].text))
    if let failure = schedule.failure {
      add(PlainPhrases.endsBefore(failure.layerName, error: state.words(on: failure.error)))
    }
  }

  /// One order: how far it has come, its last cell and its next.
  private mutating func add(_ schedule: Schedule) {
    let cells = min(state.position.cells, schedule.steps.count)
    let name = Command.ScheduleName(schedule.order).rawValue
    add(PlainPhrases.order(name, computed: cells, of: schedule.steps.count))
    func layer(_ step: Schedule.Step) -> String {
      state.plan.layers[schedule.layers[step.layer]].layer.name
    }
    if cells > 0 {
      let step = schedule.steps[cells - 1]
      add(PlainPhrases.lastCell(layer(step), at: step.timestep, held: step.held))
    }
    if cells < schedule.steps.count {
      let step = schedule.steps[cells]
      add(PlainPhrases.nextCell(layer(step), at: step.timestep))
    }
    add(PlainPhrases.atMost(held: schedule.peak))
  }

  /// Shapes and counts, or the code.
  mutating func addShapes() {
    let sketch = state.sketch
    if let code = state.shownCode {
      add(code)
      return
    }
    let input = sketch.tried.input
    add(PlainPhrases.input(input.name, shape: input.shape.description))
    for (index, layer) in sketch.tried.layers.enumerated() {
      guard let planned = sketch.layer(index) else {
        let failure = sketch.plan.failure
        add(
          failure?.layerIndex == index
            ? PlainPhrases.isNotBuilt(
              layer.name, because: failure.map { state.words(on: $0.error) } ?? "",
              isKeras: state.model.framework == .keras)
            : PlainPhrases.nothingReaches(layer.name))
        continue
      }
      let before = sketch.openedLayer(index)?.parameters.total
      add(
        PlainPhrases.layer(
          layer.name, shape: planned.outputShape.description,
          parameters: planned.parameters.total, derivation: planned.parameters.derivation,
          torch: planned.torchParameters.total, was: sketch.hasOtherCount(index) ? before : nil))
    }
    if let total = sketch.plan.parameterCount, let torch = sketch.plan.torchParameterCount {
      add(PlainPhrases.total(parameters: total, torch: torch))
    }
    add(sketch.news.first ?? PlainPhrases.noSizeChanged)
  }
}
