import Engine
import Phrases
import Screen

/// Rows of one unit over the sequence, with the symbols above and the timestep marked.
struct UnitChart {
  let state: Explorer
  let layer: Int
  let quantities: [LayerQuantity]
  /// Rows of each quantity.
  let height: Int
  let showsRuler: Bool
  let showsSymbols: Bool
  /// The quantities whose numbers of this timestep are not there yet.
  let missing: Set<QuantityName>
  let time: TimeAxis

  init(
    state: Explorer, layer: Int, quantities: [LayerQuantity], height: Int, showsRuler: Bool,
    showsSymbols: Bool, missing: Set<QuantityName>, width: Int
  ) {
    self.state = state
    self.layer = layer
    self.quantities = quantities
    self.height = height
    self.showsRuler = showsRuler
    self.showsSymbols = showsSymbols
    self.missing = missing
    let isRoomy = width >= 76
    time = TimeAxis(
      width: width,
      margins: TimeAxis.Margins(label: isRoomy ? 17 : 3, behind: isRoomy ? 13 : 7),
      timesteps: state.timesteps, current: state.position.timestep, valueGap: 1)
  }

  func draw(_ first: Int, on canvas: inout Canvas) {
    guard height > 0 else { return }
    if showsRuler { canvas.goes(time.columns, rows: first..<canvas.height - 1) }
    var row = first
    if showsRuler {
      time.drawRuler(marked: state.changedTimesteps(of: layer), row: row, on: &canvas)
      row += 1
    }
    if showsSymbols {
      drawSymbols(row, on: &canvas)
      row += 1
    }
    for quantity in quantities {
      drawSeries(quantity.name, row, on: &canvas)
      row += height
    }
    if state.showsGradients, let kept { drawKept(kept, row, on: &canvas) }
    if state.showsGradients, kept != nil { row += height }
    canvas.name(.word("chart"), rows: first..<row, timeline: time.columns)
  }

  private func drawSymbols(_ row: Int, on canvas: inout Canvas) {
    let last = state.timesteps - 1
    let backwards = state.readsBackwards(0)
    let timeline = state.timeline
    let feature = state.position.feature
    canvas.write(plain: time.showsWords ? UnitPhrases.symbols : "x", column: 1, row: row)
    let reading = TimeAxis.Reading(
      example: state.example, feature: feature, scale: state.featureScale(feature),
      source: { backwards ? last - $0 : $0 }, isRead: timeline.hasRead,
      before: state.moment.before?.example, original: state.moment.original)
    time.input(reading, row: row, on: &canvas)
    guard valueWidth > 7, !timeline.isAtStart else { return }
    let facts = state.example.timesteps[state.timestepRead(by: 0)]
    canvas.write(
      Phrase(reading: facts.words), column: time.last + 1, row: row, width: valueWidth - 1)
  }

  /// The columns behind the chart.
  var valueWidth: Int { time.showsWords ? 13 : 7 }

  private func drawSeries(_ quantity: QuantityName, _ first: Int, on canvas: inout Canvas) {
    let scale = state.scale(of: quantity, layer: layer)
    let known = time.known(of: quantity)
    let read =
      missing.contains(quantity) ? known.clamped(to: 0..<(time.current ?? 0)) : known
    func series(_ trace: Trace) -> [Float] {
      trace.series(quantity, layer: layer, unit: state.unit(of: layer), timesteps: read)
    }
    let values = series(state.trace)
    let before = quantity.isGradient ? nil : state.traceBefore.map(series)
    for line in 0..<height {
      time.bars(
        values, before: before, of: read, scale: scale, ink: quantity.ink,
        skips: state.lacking(quantity, in: layer), line: line, height: height,
        row: first + line, on: &canvas)
    }
    let row = first + height / 2
    // The words begin one column before those of other screens: no mark stands before them.
    let end = canvas.write(
      plain: quantity.symbol, column: 1, row: row, style: Style(quantity.ink, bold: true))
    if time.showsWords {
      let room = time.labelWidth - end - 2
      canvas.write(
        plain: Fitted.form([quantity.words, quantity.short], width: room), column: end + 1,
        row: row, width: room)
    }
    canvas.write(
      valueWidth > 7 ? UnitPhrases.scale(scale.text) : Phrase(reading: scale.text),
      column: time.last + 1, row: row, style: Style(.quiet), width: valueWidth - 1)
  }
}

extension Explorer {
  /// Whether the symbols can stand over a layer's timesteps: those before it read in the same order.
  func hasSymbols(for layer: Int) -> Bool {
    guard example.isSymbolic else { return false }
    var place = layer
    while let before = position.description.before(place) {
      if readsBackwards(place) { return false }
      place = before
    }
    return true
  }
}
