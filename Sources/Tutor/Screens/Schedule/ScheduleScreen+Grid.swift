import Engine
import Phrases
import Screen
import Vocabulary

/// The grid: a row for each LSTM, a column for each timestep.
extension ScheduleScreen {
  private var layers: [Int] { progress.schedule.layers }

  /// The orders, the shown one marked; a click shows another.
  mutating func drawOrders(_ row: Int) {
    canvas.name(.word("orders"), row: row)
    var column = 0
    for name in Command.ScheduleName.allCases {
      let isShown = name == state.position.schedule
      let text = " \(name == .orders ? SchedulePhrases.allOrders : name.engine.words) "
      let end = canvas.write(
        plain: text, column: column, row: row,
        style: Style(
          isShown ? .accent : .quiet, on: isShown ? .bar : .none, bold: isShown,
          underlined: isShown),
        width: size.width - column)
      canvas.click(
        Rect(column: column, row: row, width: end - column, height: 1),
        .does(.look(.named(.schedule(name)))))
      column = end
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

  /// A line of the cells of a layer.
  mutating func drawCells(_ layer: Int, line: Int, height: Int, _ row: Int) {
    nameCells(layer, row)
    CellRow(progress: progress, layer: layer, hasColours: state.hasHalfCells, height: height)
      .draw(line: line, row: row, panel, on: &canvas)
    guard line == 0 else { return }
    let isNow = progress.now.contains { $0.layer == layer }
    let name = words.name(layer)
    panel.label(
      name, narrow: name, Style(isNow ? .accent : .title, bold: true), row: row, on: &canvas)
    mark(state.position.layer == .layer(layers[layer]), row)
    guard let column = panel.values?.value else { return }
    canvas.write(
      SharedPhrases.part(progress.done[layer], of: progress.schedule.lengths[layer]),
      column: column, row: row,
      style: Style(.quiet), width: panel.end - column)
  }

  /// The h of a layer that something still reads; nothing where one has been let go.
  mutating func drawKept(_ layer: Int, _ row: Int) {
    nameCells(layer, row)
    let ink = QuantityName.hiddenState.ink
    panel.label(
      QuantityName.hiddenState.letter, ink: ink, SchedulePhrases.kept, row: row, on: &canvas)
    let (held, done) = (progress.held(by: layer), progress.done[layer])
    panel.boxes(row: row, on: &canvas) { timestep in
      if held.contains(timestep) {
        return (Cell(.bar(eighths: 4, hanging: false), Style(ink)), nil)
      }
      return (.blank, timestep >= done ? TimeAxis.unread(.none) : nil)
    }
    guard let column = panel.values?.value else { return }
    canvas.write(
      SharedPhrases.part(held.count, of: progress.schedule.lengths[layer]), column: column,
      row: row,
      style: Style(.quiet), width: panel.end - column)
  }

  /// A layer's rows are a part, and so are those of all layers.
  private mutating func nameCells(_ layer: Int, _ row: Int) {
    canvas.extend(.layer(words.name(layer)), row: row, timeline: panel.columns)
    canvas.extend(.word("grid"), row: row, timeline: panel.columns)
  }

  /// The hidden state of the shown unit in the cells that have been computed.
  mutating func drawHidden(_ layer: Int, line: Int, height: Int, _ row: Int) {
    let place = layers[layer]
    let unit = state.unit(of: place)
    nameCells(layer, row)
    let done = progress.done[layer]
    let visible = panel.window.visible.clamped(to: 0..<done)
    let values = state.trace.series(
      .hiddenState, layer: place, unit: unit, timesteps: visible)
    let scale = state.scale(of: .hiddenState, layer: place)
    // Cells have a cursor of their own, in the row above.
    let time = panel.opened(at: nil)
    time.bars(
      values, of: visible, scale: scale, line: line, height: height, row: row, on: &canvas)
    // What is to come has its dots on every line, as in the rows of the cells.
    time.row(row, on: &canvas) { timestep, paper in
      timestep < done ? nil : TimeAxis.unread(paper)
    }
    guard line == height / 2 else { return }
    panel.label(
      QuantityName.hiddenState.letter, ink: QuantityName.hiddenState.ink,
      SharedPhrases.ofUnit(unit) + ["\(unit)"], row: row, on: &canvas)
    guard let column = panel.values else { return }
    let now =
      done > 0
      ? state.trace.series(
        .hiddenState, layer: place, unit: unit, timesteps: done - 1..<done
      ).first : nil
    column.draw(now, scale: scale, signed: scale != .unit, row: row, on: &canvas)
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
