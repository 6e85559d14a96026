import Engine
import Screen

/// The grid: a row for each LSTM, a column for each timestep.
extension ScheduleScreen {
  private var layers: [Int] { progress.schedule.layers }

  /// The three orders, the shown one marked.
  mutating func drawOrders(_ row: Int) {
    var column = 1
    for order in ScheduleOrder.allCases {
      let isShown = order == progress.schedule.order
      column =
        frame.write(
          isShown ? "▸" + order.words : " " + order.words, column: column, row: row,
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
    panel.input(
      state, current: first.map { progress.rowRead(by: $0) } ?? -1,
      isRead: { backwards ? $0 >= count - done : $0 < done }, row: row, on: &frame)
  }

  private mutating func mark(_ isChosen: Bool, _ row: Int) {
    if isChosen { frame[0, row] = Cell(.glyph("▌"), Style(.accent)) }
  }

  /// The cells of one LSTM: computed now, computed and held, computed and let go, to come.
  mutating func drawCells(_ layer: Int, _ row: Int) {
    let now = progress.now.first { $0.layer == layer }
    let name = words.name(layer)
    panel.label(
      name, narrow: name, Style(now == nil ? .title : .accent, bold: true), row: row, on: &frame)
    mark(state.position.layer == .layer(layers[layer]), row)
    let held = progress.held(by: layer)
    let done = progress.done[layer]
    let read = rowsRead(of: layer)
    for timestep in panel.axis.visible {
      guard let column = panel.column(of: timestep) else { continue }
      let paper: Paper = read.contains(timestep) ? .selection : .none
      frame[column, row] =
        if timestep == now?.timestep {
          Cell(.glyph("▸"), Style(.accent, on: .cursor, bold: true))
        } else if timestep >= done {
          Cell(.glyph("·"), Style(.ghost))
        } else if held.contains(timestep) {
          Cell(.glyph("■"), Style(LSTMQuantity.hiddenState.ink, on: paper))
        } else {
          Cell(.glyph("□"), Style(.quiet, on: paper))
        }
    }
    guard panel.hasValues else { return }
    frame.write(
      "\(done) of \(state.timesteps)", column: panel.valueColumn, row: row, style: Style(.quiet),
      width: panel.end - panel.valueColumn)
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
    panel.label(
      .hiddenState, ["of unit \(unit)", "unit \(unit)", "\(unit)"], row: row, on: &frame)
    let done = progress.done[layer]
    let visible = panel.axis.visible.clamped(to: 0..<done)
    let values = state.trace.series(
      .hiddenState, layer: place, unit: unit, timesteps: visible)
    let scale = state.scale(of: .hiddenState, layer: place)
    for timestep in panel.axis.visible {
      guard let column = panel.column(of: timestep) else { continue }
      frame[column, row] =
        visible.contains(timestep)
        ? Bar.cell(values[timestep - visible.lowerBound], scale: scale)
        : Cell(.glyph("·"), Style(.ghost))
    }
    guard panel.hasValues else { return }
    let now =
      done > 0
      ? state.trace.series(
        .hiddenState, layer: place, unit: unit, timesteps: done - 1..<done
      ).first : nil
    panel.value(now, scale: scale, row: row, on: &frame)
  }

  mutating func drawUnseen(_ count: Int, _ row: Int) {
    frame.write(
      "… \(count) more LSTM layer\(count == 1 ? "" : "s"); make the window taller", column: 1,
      row: row, style: Style(.quiet), width: size.width - 2)
  }

  /// What is behind the last LSTM: it starts when the last cell is done.
  mutating func drawHead(_ row: Int) {
    let name = state.position.description.layers.last?.name ?? ""
    panel.label(name, narrow: name, Style(.title, bold: true), row: row, on: &frame)
    mark(state.position.layer.place > (layers.last ?? -1) + 1, row)
    guard progress.schedule.failure == nil else {
      frame.write(
        "not reached", column: panel.start, row: row, style: Style(.error),
        width: panel.textWidth)
      return
    }
    let run = state.moment.orders?.runs.first { $0.schedule.order == progress.schedule.order }
    guard progress.isDone, let output = run?.output else {
      frame.write(
        fitting(words.waiting, width: panel.textWidth), column: panel.start, row: row,
        style: Style(.ghost), width: panel.textWidth)
      return
    }
    let end = state.position.description.layers.count - 1
    let unit = state.unit(of: end)
    let units = state.units(of: end)
    let value = output.values[output.values.count - units + unit]
    let shape = Shape([nil] + output.shape.map(Optional.some)).perObservation
    let text = output.values.count == 1 ? "\(shape), " : "\(shape), the last number "
    let short = "\(decimal(value)) at the end"
    frame.write(
      fitting([words.headDone + text + decimal(value), short], width: panel.textWidth),
      column: panel.start, row: row, style: Style(.text, bold: true), width: panel.textWidth)
  }

  mutating func drawFailure(_ index: Int, _ row: Int) {
    guard failureText.indices.contains(index) else { return }
    frame[0, row] = Cell(.glyph("▌"), Style(.error))
    frame.write(
      failureText[index], column: 2, row: row, style: Style(.error, bold: index == 0),
      width: size.width - 3)
  }

  mutating func drawText(_ forms: [String], _ row: Int) {
    frame.write(
      fitting(forms, width: size.width - 2), column: 1, row: row, style: Style(.text),
      width: size.width - 2)
  }

  /// A cell computed now, and what it read.
  mutating func drawNow(_ index: Int, _ row: Int) {
    guard progress.now.indices.contains(index) else {
      if index == 0 {
        frame.write(
          progress.schedule.steps.isEmpty
            ? "now       nothing" : "now       nothing yet; → computes the first", column: 1,
          row: row, style: Style(.quiet), width: size.width - 2)
      }
      return
    }
    let text = fitting(words.now(progress.now[index]), width: size.width - 12)
    frame.write(
      index == 0 ? "now" : "and", column: 1, row: row, style: Style(.accent, bold: true))
    frame.write(text, column: 11, row: row, style: Style(.text), width: size.width - 12)
  }
}
