import Insight
import Phrases
import Screen
import Vocabulary

/// The rows of an order.
extension ScheduleOverview {
  /// Its name, its steps and the most that it holds; a click shows it alone.
  mutating func drawOrder(_ index: Int, _ row: Int) {
    let order = orders[index]
    canvas.name(.word("orders"), row: row)
    canvas.click(row: row, .does(.look(.named(.schedule(order.name)))))
    canvas.write(
      plain: order.progress.schedule.order.words, column: 1, row: row,
      style: Style(.title, bold: true))
    let costs = orders.map(\.words.costs)
    let column = 23
    guard let cost = costs[index] else {
      let room = size.width - column - 1
      canvas.write(
        Fitted.form(order.words.cost(order.progress.schedule.order), width: room), column: column,
        row: row, style: Style(.error), width: room)
      return
    }
    let (steps, most) = Self.forms(costs.compactMap(\.self), width: size.width - column - 1)
    let second = column + (costs.compactMap { $0?.steps[steps].count }.max() ?? 0) + 2
    canvas.write(cost.steps[steps], column: column, row: row)
    canvas.write(
      cost.most[most], column: second, row: row, style: Style(.text, bold: true),
      width: size.width - second - 1)
  }

  /// Which forms of steps and of the most held all orders have room for, side by side.
  private static func forms(
    _ costs: [ScheduleWords.Costs], width: Int
  ) -> (steps: Int, most: Int) {
    let choices = [(0, 0), (1, 0), (1, 1), (2, 1)]
    func fits(_ choice: (Int, Int)) -> Bool {
      let steps = costs.map { $0.steps[choice.0].count }.max() ?? 0
      let most = costs.map { $0.most[choice.1].count }.max() ?? 0
      return steps + 2 + most <= width
    }
    return choices.first(where: fits) ?? (2, 1)
  }

  /// A line of the cells of a layer.
  mutating func drawCells(
    _ order: Order, _ layer: Int, line: Int, height: Int, _ row: Int
  ) {
    let (progress, panel) = (order.progress, order.panel)
    let name = order.words.name(layer)
    if line == 0 {
      canvas.name(.layer(name), row: row, timeline: panel.columns)
    } else {
      canvas.extend(.layer(name), row: row, timeline: panel.columns)
    }
    canvas.extend(.word("grid"), row: row, timeline: panel.columns)
    CellRow(progress: progress, layer: layer, hasColours: state.hasHalfCells, height: height)
      .draw(line: line, row: row, panel, on: &canvas)
    guard line == 0 else { return }
    let isNow = progress.now.contains { $0.layer == layer }
    panel.label(
      name, narrow: name, Style(isNow ? .accent : .quiet, bold: isNow), row: row, on: &canvas)
    mark(state.position.layer == .layer(progress.schedule.layers[layer]), row)
    guard let column = panel.values?.value else { return }
    canvas.write(
      SharedPhrases.part(progress.done[layer], of: progress.schedule.lengths[layer]),
      column: column,
      row: row, style: Style(.quiet), width: panel.end - column)
  }

  /// How many cells have been computed, along the chart of what is held.
  mutating func drawCellRuler(_ order: Order, _ row: Int) {
    canvas.name(.word("held"), row: row)
    order.panel.cellRuler(order.progress, row: row, on: &canvas)
  }

  /// A line of the numbers held after each cell; the first draws all.
  mutating func drawHeld(_ order: Order, line: Int, height: Int, _ row: Int) {
    let panel = order.panel
    // Lines are counted from the one below the title.
    let above = row - 2 - line
    let hasRuler = layout.lines.indices.contains(above) && layout.lines[above].isCellRuler
    if line == 0 {
      if !hasRuler { canvas.name(.word("held"), row: row) }
      canvas.extend(.word("held"), row: row)
      HeldChart(progress: order.progress, most: most)
        .draw(columns: panel.columns.all, rows: row..<row + height, on: &canvas)
    } else {
      canvas.extend(.word("held"), row: row)
    }
    guard line == height - 1 else {
      if line == 0 {
        panel.label(SchedulePhrases.range(to: most), row: row, on: &canvas)
      }
      return
    }
    panel.label(SchedulePhrases.held(hasCells: hasRuler), row: row, on: &canvas)
    guard let column = panel.values?.value else { return }
    canvas.write(
      SchedulePhrases.count(order.progress.held), column: column, row: row,
      style: Style(.quiet), width: panel.end - column)
  }

  /// From the first cell to the last as cells are drawn, and whether the orders agree.
  mutating func drawLegend(_ row: Int) {
    canvas.name(.word("orders"), row: row)
    let steps = state.hasHalfCells ? 6 : 10
    var column =
      canvas.write(
        plain: SchedulePhrases.first, column: 1, row: row, style: Style(.quiet)) + 1
    for step in 0..<steps {
      canvas[column, row] = CellRow.cell(
        when: (Float(step) + 0.5) / Float(steps), hasColours: state.hasHalfCells)
      column += 1
    }
    column = canvas.write(
      plain: SchedulePhrases.last, column: column + 1, row: row, style: Style(.quiet))
    drawAgreement(column: column + 2, row)
  }
}

extension TimeAxis {
  /// The axis of cells on the columns of this one.
  func cellRuler(_ progress: ScheduleProgress, row: Int, on canvas: inout Canvas) {
    CellRuler(progress: progress).draw(
      Fitted.form(SchedulePhrases.cellsComputed, width: labelWidth - 2), labelWidth: labelWidth,
      columns: columns.all, end: end, row: row, on: &canvas)
  }

  /// The longest words that fit before the axis.
  fileprivate func label(_ forms: [Phrase], row: Int, on canvas: inout Canvas) {
    let room = labelWidth - 2
    canvas.write(
      Fitted.form(forms, width: room), column: left + 1, row: row, style: Style(.quiet),
      width: room)
  }
}
