import Engine
import Insight
import Phrases
import Screen

/// The rows of layers that are not recurrent and stand among those that are.
extension NetworkScreen {
  /// What leaves such a layer over time, of one of its units, or what it does where nothing changes.
  mutating func drawOther(_ layer: Int, _ row: Int) {
    let planned = state.plan.layers[layer]
    let settings = planned.layer.settings
    canvas.name(.layer(name(of: layer)), row: row)
    let isOverTime = planned.handsOnSequence && settings.changesNumbers && !isOverUnits
    canvas.name(outputPart(of: name(of: layer)), row: row, timeline: isOverTime ? timeline : nil)
    chooses(layer, row: row)
    mark(isChosen(layer), row)
    canvas.write(
      plain: planned.layer.name, column: 1, row: row,
      style: Style(isChosen(layer) ? .accent : .title, bold: isChosen(layer)),
      width: max(1, layout.labelWidth - 2))
    guard isOverTime, let output = state.trace.output(layer) else {
      drawOtherWords(layer, row)
      return
    }
    canvas.goes(time.columns, rows: row..<row + 1)
    drawOther(layer, output, row)
  }

  private mutating func drawOther(_ layer: Int, _ output: Tensor, _ row: Int) {
    let units = state.units(of: layer)
    let unit = state.unit(of: layer)
    let before = state.traceBefore?.output(layer)
    func series(_ output: Tensor) -> [Float] {
      time.read.clamped(to: 0..<output.shape[0]).map { output.values[$0 * units + unit] }
    }
    let scale = ValueScale.symmetric(
      state.moment.scales.largest(.output, layer: layer, unit: unit))
    time.bars(
      series(output), before: before.map(series), of: time.read, scale: scale, row: row,
      on: &canvas)
    let now = state.output(of: layer)
    drawValue(now?[unit], scale: scale, signed: true, row)
    guard showsSample, let now else { return }
    let window = sampleWindow(of: layer)
    let old = state.outputBefore(of: layer)
    let columns = window.columns(from: layout.sampleColumn)
    let whole = ValueScale.symmetric(state.moment.scales.largest(.output, layer: layer))
    for offset in 0..<columns.count {
      let place = columns.first + offset
      canvas[columns.start + offset, row] = Bar.cell(
        now[place], before: old?[place], scale: whole, paper: place == unit ? .cursor : .none)
    }
  }

  /// What a layer does, in words where no row of bars says it.
  mutating func drawOtherWords(_ layer: Int, _ row: Int) {
    let forms = LayerKindPhrases.does(state.plan.layers[layer]).map { Phrase(plain: $0) }
    let column = max(layout.labelWidth, name(of: layer).count + 2)
    let room = size.width - column - 1
    canvas.write(
      Fitted.form(forms, width: room), column: column, row: row, style: Style(.quiet), width: room)
  }
}
