import Engine
import Phrases
import Screen

/// The grid: a row for each LSTM, a column for each timestep.
extension ScheduleScreen {
  private var layers: [Int] { progress.schedule.layers }

  /// The three orders, the shown one marked.
  mutating func drawOrders(_ row: Int) {
    canvas.name(.word("orders"), row: row)
    var column = 1
    for order in ScheduleOrder.allCases {
      let isShown = order == progress.schedule.order
      column =
        canvas.write(
          plain: isShown ? "▸" + order.words : " " + order.words, column: column, row: row,
          style: Style(isShown ? .accent : .quiet, bold: isShown), width: size.width - column)
        + 1
    }
  }

  mutating func drawInput(_ row: Int) {
    mark(state.position.layer == .input, row)
    let first = progress.now.first { $0.layer == 0 }
    let done = progress.done.first ?? 0
    let backwards = state.plan.layers.isEmpty ? false : state.readsBackwards(0)
    let count = state.timesteps
    panel.opened(at: first.map { progress.rowRead(by: $0) })
      .input(
        state, isRead: { backwards ? $0 >= count - done : $0 < done }, row: row, on: &canvas)
  }

  private mutating func mark(_ isChosen: Bool, _ row: Int) {
    if isChosen { canvas[0, row] = Cell(.glyph("▌"), Style(.accent)) }
  }

  /// The cells of one LSTM: computed now, computed and held, computed and let go, to come.
  mutating func drawCells(_ layer: Int, _ row: Int) {
    let now = progress.now.first { $0.layer == layer }
    let name = words.name(layer)
    panel.label(
      name, narrow: name, Style(now == nil ? .title : .accent, bold: true), row: row, on: &canvas)
    mark(state.position.layer == .layer(layers[layer]), row)
    let held = progress.held(by: layer)
    let done = progress.done[layer]
    let read = rowsRead(of: layer)
    nameCells(layer, row)
    panel.row(row, on: &canvas) { timestep, _ in
      let paper: Paper = read.contains(timestep) ? .selection : .none
      if timestep == now?.timestep {
        return Cell(.glyph("▸"), Style(.accent, on: .cursor, bold: true))
      }
      if timestep >= done { return TimeAxis.unread(.none) }
      return held.contains(timestep)
        ? Cell(.glyph("■"), Style(QuantityName.hiddenState.ink, on: paper))
        : Cell(.glyph("□"), Style(.quiet, on: paper))
    }
    guard let column = panel.values?.value else { return }
    canvas.write(
      SharedPhrases.part(done, of: state.timesteps), column: column, row: row,
      style: Style(.quiet), width: panel.end - column)
  }

  /// A layer's rows are a part, and so are those of all layers.
  private mutating func nameCells(_ layer: Int, _ row: Int) {
    canvas.extend(.layer(words.name(layer)), row: row, timeline: panel.columns)
    canvas.extend(.word("grid"), row: row, timeline: panel.columns)
  }

  /// The rows of a layer's h that the cells computed now have read.
  private func rowsRead(of layer: Int) -> [Int] {
    progress.now.compactMap { step in
      if step.layer == layer { return step.timestep - 1 }
      return step.layer == layer + 1 ? progress.rowRead(by: step) : nil
    }
  }

  /// The hidden state of the shown unit in the cells that have been computed.
  mutating func drawHidden(_ layer: Int, _ row: Int) {
    let place = layers[layer]
    let unit = state.unit(of: place)
    nameCells(layer, row)
    panel.label(
      QuantityName.hiddenState.letter, ink: QuantityName.hiddenState.ink,
      SchedulePhrases.ofUnit(unit), row: row, on: &canvas)
    let done = progress.done[layer]
    let visible = panel.window.visible.clamped(to: 0..<done)
    let values = state.trace.series(
      .hiddenState, layer: place, unit: unit, timesteps: visible)
    let scale = state.scale(of: .hiddenState, layer: place)
    // Cells have a cursor of their own, in the row above.
    panel.opened(at: nil).bars(values, of: visible, scale: scale, row: row, on: &canvas)
    guard let column = panel.values else { return }
    let now =
      done > 0
      ? state.trace.series(
        .hiddenState, layer: place, unit: unit, timesteps: done - 1..<done
      ).first : nil
    column.draw(now, scale: scale, signed: scale != .unit, row: row, on: &canvas)
  }

  mutating func drawUnseen(_ count: Int, _ row: Int) {
    canvas.write(
      plain: SchedulePhrases.unseen(layers: count), column: 1, row: row, style: Style(.quiet),
      width: size.width - 2)
  }

  /// What is behind the last LSTM: it starts when the last cell is done.
  mutating func drawHead(_ row: Int) {
    let name = state.position.description.layers.last?.name ?? ""
    canvas.name(.layer(name), row: row)
    panel.label(name, narrow: name, Style(.title, bold: true), row: row, on: &canvas)
    mark(state.position.layer.place > (layers.last ?? -1) + 1, row)
    guard progress.schedule.failure == nil else {
      canvas.write(
        plain: SchedulePhrases.notReached, column: panel.start, row: row, style: Style(.error),
        width: panel.textWidth)
      return
    }
    let run = state.moment.orders?.runs.first { $0.schedule.order == progress.schedule.order }
    guard progress.isDone, let output = run?.output else {
      canvas.write(
        Fitted.form(words.waiting, width: panel.textWidth), column: panel.start, row: row,
        style: Style(.ghost), width: panel.textWidth)
      return
    }
    let end = state.position.description.layers.count - 1
    let unit = state.unit(of: end)
    let units = state.units(of: end)
    let value = output.values[output.values.count - units + unit]
    let shape = Shape([nil] + output.shape.map(Optional.some))
    let forms = SchedulePhrases.output(
      shape, value, isOneOfSeveral: output.values.count > 1, after: words.layersBehind)
    canvas.write(
      Fitted.form(forms, width: panel.textWidth), column: panel.start, row: row,
      style: Style(.text, bold: true), width: panel.textWidth)
  }

  mutating func drawFailure(_ index: Int, _ row: Int) {
    guard failureText.indices.contains(index) else { return }
    canvas[0, row] = Cell(.glyph("▌"), Style(.error))
    canvas.write(
      Phrase(reading: failureText[index]), column: 2, row: row,
      style: Style(.error, bold: index == 0),
      width: size.width - 3)
  }

  mutating func drawText(_ forms: [Phrase], _ row: Int) {
    canvas.write(
      Fitted.form(forms, width: size.width - 2), column: 1, row: row, style: Style(.text),
      width: size.width - 2)
  }

  /// A cell computed now, and what it read.
  mutating func drawNow(_ index: Int, _ row: Int) {
    guard progress.now.indices.contains(index) else {
      if index == 0 {
        canvas.write(
          plain: progress.schedule.steps.isEmpty
            ? SchedulePhrases.nothingNow : SchedulePhrases.nothingYet, column: 1,
          row: row, style: Style(.quiet), width: size.width - 2)
      }
      return
    }
    let text = Fitted.form(words.now(progress.now[index]), width: size.width - 12)
    canvas.write(
      plain: index == 0 ? SchedulePhrases.now : SchedulePhrases.and, column: 1, row: row,
      style: Style(.accent, bold: true))
    canvas.write(text, column: 11, row: row, style: Style(.text), width: size.width - 12)
  }
}
