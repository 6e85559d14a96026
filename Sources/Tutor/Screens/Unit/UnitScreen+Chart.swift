import Engine
import Phrases
import Screen

/// The unit's states over the sequence, with the symbols above and the timestep marked.
extension UnitScreen {
  mutating func drawChart(_ first: Int) {
    guard layout.chart > 0 else { return }
    var row = first
    if layout.showsRuler {
      time.drawRuler(marked: state.changedTimesteps(of: layer), row: row, on: &canvas)
      row += 1
    }
    if layout.showsSymbols {
      drawSymbols(row)
      row += 1
    }
    for quantity in settings.shownStates {
      drawSeries(quantity.name, row)
      row += layout.chart
    }
    canvas.name(.word("chart"), rows: first..<row, timeline: time.columns)
  }

  private mutating func drawSymbols(_ row: Int) {
    let last = state.timesteps - 1
    let backwards = state.readsBackwards(0)
    let timeline = state.timeline
    let feature = state.position.feature
    canvas.write(plain: time.showsWords ? UnitPhrases.symbols : "x", column: 1, row: row)
    let reading = TimeAxis.Reading(
      example: state.example, feature: feature, scale: state.featureScale(feature),
      source: { backwards ? last - $0 : $0 }, isRead: timeline.hasRead)
    time.input(reading, row: row, on: &canvas)
    guard valueWidth > 7, !timeline.isAtStart else { return }
    let facts = state.example.timesteps[state.timestepRead(by: 0)]
    canvas.write(
      Phrase(reading: facts.words), column: time.last + 1, row: row, width: valueWidth - 1)
  }

  /// The columns behind the chart.
  private var valueWidth: Int { time.showsWords ? 13 : 7 }

  private mutating func drawSeries(_ quantity: QuantityName, _ first: Int) {
    let height = layout.chart
    let scale = state.scale(of: quantity, layer: layer)
    // The number of this timestep is there from its phase on.
    let isThere = isReached(phases.phase(of: quantity))
    let read = isThere ? time.read : time.read.clamped(to: 0..<(time.current ?? 0))
    let values = state.trace.series(
      quantity, layer: layer, unit: state.unit(of: layer), timesteps: read)
    for line in 0..<height {
      time.bars(
        values, of: read, scale: scale, line: line, height: height, row: first + line, on: &canvas)
    }
    let row = first + height / 2
    // The words begin one column before those of other screens: no mark stands before them.
    canvas[1, row] = Cell(
      .glyph(quantity.letter.unicodeScalars.first ?? " "), Style(quantity.ink, bold: true))
    if time.showsWords { canvas.write(plain: quantity.words, column: 3, row: row) }
    canvas.write(
      valueWidth > 7 ? UnitPhrases.scale(scale.text) : Phrase(reading: scale.text),
      column: time.last + 1, row: row, style: Style(.quiet),
      width: valueWidth - 1)
  }
}

extension Explorer {
  /// Whether the symbols can stand over a layer's timesteps: those before it read in the same order.
  func hasSymbols(for layer: Int) -> Bool {
    example.isSymbolic && (1..<max(1, layer + 1)).allSatisfy { !readsBackwards($0) }
  }
}
