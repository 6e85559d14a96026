import Engine
import Insight
import Phrases
import Screen

/// The rows of single units below the map, on its time axis: the chosen one and, where there is room,
/// those beside it in the order that is shown.
extension LayerScreen {
  mutating func drawUnits() {
    guard !layout.units.rows.isEmpty else { return }
    let units = unitsShown
    let first = layout.unitsRow
    canvas.name(
      .word("unit"), rows: first..<first + layout.units.count, timeline: layout.axis.columns)
    var row = first
    for part in layout.units.rows {
      switch part {
      case .header(let place): drawHeader(of: units[place], row)
      case .quantity(let place, let quantity, let height):
        drawQuantity(quantity, of: units[place], rows: row..<row + height)
      }
      row += part.height
    }
  }

  /// The chosen unit, then as many others as there is room for: the next in the order that is shown,
  /// the one before, and so on outwards.
  private var unitsShown: [Int] {
    let unit = state.position.units[layer]
    guard layout.units.others > 0 else { return [unit] }
    let rows = sheet.ranking.rows
    let place = sheet.ranking.place(of: unit)
    let around = (1...layout.units.others).flatMap { [place + $0, place - $0] }
    return [unit]
      + around.filter(rows.indices.contains).prefix(layout.units.others).sorted().map { rows[$0] }
  }

  private func isChosen(_ unit: Int) -> Bool { unit == state.position.units[layer] }

  /// A click on another unit's rows chooses it; on a timestep of any goes there.
  private mutating func clicks(on unit: Int, _ quantity: QuantityName?, _ row: Int) {
    if !isChosen(unit) {
      canvas.click(row: row, .does(.unit(.named(unit))))
    } else if let quantity {
      canvas.click(row: row, .does(.look(.named(.quantity(quantity)))))
    }
    canvas.goes(layout.axis.columns, rows: row..<row + 1)
  }

  private mutating func markChosen(_ unit: Int, _ row: Int) {
    if isChosen(unit) { canvas[0, row] = Cell(.glyph("▌"), Style(.accent)) }
  }

  // MARK: Whose rows

  private mutating func drawHeader(of unit: Int, _ row: Int) {
    clicks(on: unit, nil, row)
    markChosen(unit, row)
    let isChosen = isChosen(unit)
    // On a map of what the layer reads, its own units are others than those of the map.
    let title =
      map.quantity == .input
      ? LayerPhrases.unit(unit, of: name) : SharedPhrases.unit(unit)
    let end = canvas.write(
      title, column: 1, row: row,
      style: Style(isChosen ? .accent : .text, bold: isChosen))
    let start = max(layout.axis.start, end + 2)
    let room = layout.unitValues.value - start - 1
    let forms = LayerPhrases.standing(
      place: sheet.ranking.place(of: unit) + 1, of: sheet.ranking.rows.count,
      by: sheet.ranking.order,
      score: map.quantity == .input ? nil : score(unit, map), scales: scales(of: unit))
    canvas.write(
      Fitted.whole(forms, width: room) ?? "", column: start, row: row, style: Style(.quiet))
    guard isChosen, let beside = state.moment.beside, let column = besideColumn else { return }
    canvas.write(
      plain: beside.example.facts.name, column: column, row: row, style: Style(.quiet),
      width: size.width - column - 1)
  }

  /// What full bars of the states stand for, where no column says so.
  private func scales(of unit: Int) -> [Phrase] {
    guard layout.unitValues.scale == nil else { return [] }
    return state.quantities(of: layer).filter(\.isState).map { quantity in
      "\(quantity.letter) \(Phrase(reading: scale(of: quantity, unit).text))"
    }
  }

  // MARK: Its quantities

  private mutating func drawQuantity(
    _ quantity: QuantityName, of unit: Int, rows: Range<Int>
  ) {
    canvas.name(quantity.part(of: name), rows: rows, timeline: layout.axis.columns)
    let (state, layer) = (state, layer)
    let scale = scale(of: quantity, unit)
    let known = layout.axis.known(of: quantity)
    func series(_ trace: Trace) -> [Float] {
      trace.series(quantity, layer: layer, unit: unit, timesteps: known)
    }
    let values = series(state.trace)
    let before = quantity.isGradient ? nil : state.traceBefore.map(series)
    for (line, row) in rows.enumerated() {
      clicks(on: unit, quantity, row)
      markChosen(unit, row)
      drawBars(
        values, before: before,
        Bars(
          scale: scale, ink: quantity.ink, line: line, height: rows.count, known: known,
          lacks: state.lacking(quantity, in: layer)), row: row)
    }
    let middle = rows.lowerBound + rows.count / 2
    drawLabel(of: quantity, unit, middle)
    let place = state.timestep - known.lowerBound
    if quantity.isGradient {
      let now = values.indices.contains(place) ? values[place] : nil
      layout.unitValues.draw(
        now, scale: scale, signed: true, text: now.map { Phrase(gradient: $0) }, row: middle,
        on: &canvas)
      return
    }
    let now =
      timestep == nil && quantity.isState
      ? state.trace.values(quantity, layer: layer, at: nil)?[unit]
      : state.lacks(quantity, at: state.timestep, in: layer) ? nil : values.last
    layout.unitValues.draw(now, scale: scale, signed: scale != .unit, row: middle, on: &canvas)
    if isChosen(unit) { drawBeside(quantity, unit, middle) }
  }

  private mutating func drawLabel(of quantity: QuantityName, _ unit: Int, _ row: Int) {
    let isWide = layout.labelWidth >= 9
    let column = isWide ? 2 : 1
    let isSupposed = state.isSupposed(
      layer: layer, unit: unit, quantity: quantity, timestep: timestep)
    if isSupposed {
      canvas[isWide ? 1 : 0, row] = Cell(.glyph("*"), Style(.warning, bold: true))
    }
    canvas.write(
      plain: quantity.symbol, column: column, row: row,
      style: Style(quantity.ink, bold: true))
    let words = column + quantity.symbol.count + 1
    let room = layout.labelWidth - words - 1
    guard room >= 9 - (quantity.symbol.count - 1) else { return }
    let text = Fitted.form([quantity.words, quantity.short], width: room)
    let isShown = quantity == map.quantity
    canvas.write(
      plain: text, column: words, row: row,
      style: Style(isSupposed ? .warning : .text, bold: isShown && isChosen(unit)),
      width: room)
  }

  // MARK: Beside a second observation

  /// Where the number of the second observation stands.
  private var besideColumn: Int? {
    guard let scale = layout.unitValues.scale else { return nil }
    return size.width - scale - 7 >= 12 ? scale + 7 : nil
  }

  private mutating func drawBeside(_ quantity: QuantityName, _ unit: Int, _ row: Int) {
    guard let beside = state.moment.beside, let column = besideColumn else { return }
    let isThere = state.timeline.read.count <= beside.trace.input.timesteps
    let read = (timestep ?? -1)..<(timestep ?? -1) + 1
    guard isThere, timestep != nil || quantity.isState,
      let value = beside.trace.series(quantity, layer: layer, unit: unit, timesteps: read).first
    else { return }
    canvas.write(
      Phrase(value, signed: scale(of: quantity, unit) != .unit), column: column, row: row,
      style: Style(.quiet))
  }

  // MARK: Scales

  /// What a full bar of a quantity of one unit stands for: as on the map where that shows it.
  func scale(of quantity: QuantityName, _ unit: Int) -> ValueScale {
    if quantity == map.quantity, state.moment.beside == nil { return map.scale(of: unit) }
    return state.position.unitScale == .each
      ? state.scale(of: quantity, layer: layer, unit: unit)
      : state.sampleScale(of: quantity, layer: layer)
  }

  /// A number of the cursor's unit at this timestep, a dot where there is none.
  func number(_ quantity: QuantityName, _ trace: Trace) -> Phrase {
    guard let values = trace.values(quantity, layer: layer, at: timestep) else { return "·" }
    let value = values[state.position.units[layer]]
    return Phrase(value, digits: 3, signed: !isShare(quantity))
  }

  /// Whether a quantity is written without a sign.
  private func isShare(_ quantity: QuantityName) -> Bool {
    let known = state.recurrent(layer)?.quantity(quantity)
    return known?.role == .gate && known?.range == 0...1
  }
}
