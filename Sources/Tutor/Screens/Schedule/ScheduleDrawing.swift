import Engine
import Insight
import Phrases
import Screen

/// What the screen of all orders and that of one alone have in common.
protocol ScheduleDrawing: Drawing {
  var state: Explorer { get }
  /// The order that is shown, or that of Keras where all are.
  var progress: ScheduleProgress { get }
  var panel: TimeAxis { get }
  var words: ScheduleWords { get }
  /// Why the schedule ends before the last layer, in lines.
  var failureText: [String] { get }
}

extension ScheduleDrawing {
  func drawTitle(on canvas: inout Canvas) {
    let total = progress.schedule.steps.count
    Chrome.draw(
      state, subject: SchedulePhrases.title,
      place: total == 0
        ? SchedulePhrases.noCells : SchedulePhrases.cells(progress.cells, of: total),
      on: &canvas)
  }

  mutating func mark(_ isChosen: Bool, _ row: Int) {
    if isChosen { canvas[0, row] = Cell(.glyph("▌"), Style(.accent)) }
  }

  mutating func drawUnseen(_ count: Int, _ row: Int) {
    canvas.write(
      plain: SchedulePhrases.unseen(layers: count), column: 1, row: row, style: Style(.quiet),
      width: size.width - 2)
  }

  mutating func drawFailure(_ index: Int, _ row: Int) {
    guard failureText.indices.contains(index) else { return }
    canvas[0, row] = Cell(.glyph("▌"), Style(.error))
    canvas.write(
      Phrase(reading: failureText[index]), column: 2, row: row,
      style: Style(.error, bold: index == 0),
      width: size.width - 3)
  }

  /// Whether the orders agree, from a column on.
  mutating func drawAgreement(column: Int, _ row: Int) {
    let (forms, isEqual) = words.agreement
    let room = size.width - column - 1
    let ink: Ink = isEqual.map { $0 ? .good : .error } ?? .quiet
    canvas.write(
      Fitted.form(forms, width: room), column: column, row: row,
      style: Style(ink, bold: isEqual != nil), width: room)
  }

  /// What is behind the last recurrent layer: it starts when the last cell is done.
  mutating func drawHead(_ row: Int) {
    let name = state.position.description.layers.last?.name ?? ""
    canvas.name(.layer(name), row: row)
    panel.label(name, narrow: name, Style(.title, bold: true), row: row, on: &canvas)
    mark(state.position.layer.place > (progress.schedule.layers.last ?? -1) + 1, row)
    let (forms, style) = head
    canvas.write(
      Fitted.form(forms, width: panel.textWidth), column: panel.start, row: row, style: style,
      width: panel.textWidth)
  }

  private var head: (forms: [Phrase], style: Style) {
    guard progress.schedule.failure == nil else {
      return ([Phrase(plain: SchedulePhrases.notReached)], Style(.error))
    }
    let run = state.moment.orders?.runs.first { $0.schedule.order == progress.schedule.order }
    guard progress.isDone, let output = run?.output else {
      return (words.waiting, Style(.ghost))
    }
    let end = state.position.description.layers.count - 1
    let unit = state.unit(of: end)
    let units = state.units(of: end)
    let value = output.values[output.values.count - units + unit]
    let shape = Shape([nil] + output.shape.map(Optional.some))
    let forms = SchedulePhrases.output(
      shape, value, isOneOfSeveral: output.values.count > 1, after: words.layersBehind)
    return (forms, Style(.text, bold: true))
  }
}
