import Engine
import Insight
import Phrases
import Screen
import Vocabulary

/// The map itself: labels, values, scale.
extension LayerScreen {
  mutating func drawMap(_ index: Int) {
    let map = sheet.maps[index]
    let place = layout.maps[index]
    nameMap(map, place)
    for (offset, line) in place.lines.lines.enumerated() {
      let row = place.first + offset
      if index == 0, let shown = place.lines.place(of: offset) { clicks(on: shown, row) }
      switch line {
      case .pair(let upper, let lower):
        let rows = (self.row(at: upper, of: map), lower.map { self.row(at: $0, of: map) })
        drawPairLabel(rows.0, rows.1, map, row)
        drawPair(rows.0, rows.1, map, row)
      case .single(let place, let line, let height):
        let shown = self.row(at: place, of: map)
        if line == height / 2 { drawLabel(shown, map, row) }
        drawOpened(shown, map, line: line, height: height, row)
      }
    }
    drawScale(map, place)
  }

  private mutating func nameMap(_ map: HeatMap, _ place: LayerLayout.Map) {
    let rect = Rect(
      column: 0, row: place.first, width: layout.scaleColumn + LayerLayout.scaleWidth,
      height: place.lines.count)
    let columns = map.quantity == .input ? inputColumns : layout.axis.columns
    canvas.name(.word("map"), rect, timeline: columns)
    canvas.name(part(of: map.quantity), rect, timeline: columns)
    canvas.name(
      .word("scale"),
      Rect(
        column: layout.scaleColumn, row: place.first, width: LayerLayout.scaleWidth,
        height: place.lines.count))
  }

  private func part(of quantity: QuantityName) -> PartName {
    if let quantity = quantity.recurrent {
      return quantity.part(of: name)
    }
    return state.position.description.before(layer)
      .map { outputPart(of: state.position.description.layers[$0].name) } ?? .x
  }

  /// A unit's row chooses the unit, unless it is chosen: then the column's timestep counts.
  private mutating func clicks(on place: Int, _ row: Int) {
    guard sheet.ranking.rows.indices.contains(place) else { return }
    let unit = sheet.ranking.rows[place]
    if unit != self.row { canvas.click(row: row, .does(.unit(.named(unit)))) }
  }

  private mutating func drawPair(_ upper: Int, _ lower: Int?, _ map: HeatMap, _ row: Int) {
    let ramp: Halves.Ramp = map.isSigned ? .signed : .gate
    let read = map.quantity.isGradient ? 0..<map.timesteps : state.timeline.read
    let end = min(read.count, map.held.upperBound)
    let lacks = state.lacking(map.quantity, in: layer)
    layout.axis.row(row, on: &canvas) { position, _ in
      guard position < end else {
        return !read.contains(position) ? TimeAxis.unread(.none) : nil
      }
      if lacks(position) { return Cell(.glyph(" ")) }
      let above = map.level(upper, position)
      let below = lower.map { map.level($0, position) }
      return above == HeatMap.noNumber || below == HeatMap.noNumber
        ? Cell(.glyph("!"), Style(.error))
        : Cell(.halves(Halves(ramp, hundredths: above, over: below)))
    }
  }

  private mutating func drawOpened(
    _ shown: Int, _ map: HeatMap, line: Int, height: Int, _ row: Int
  ) {
    let isCursor = shown == Self.row(of: map, state, layer)
    let read = layout.axis.known(of: map.quantity)
    let values = read.clamped(to: map.held).map { map[shown, $0] }
    let (state, layer) = (state, layer)
    drawBars(
      values, before: before(shown, map),
      Bars(
        scale: map.scale(of: shown), ink: map.quantity.ink, line: line, height: height,
        known: read, isMarked: isCursor, lacks: state.lacking(map.quantity, in: layer)),
      row: row)
    guard isCursor, line == height / 2, let column = layout.valueColumn else { return }
    let text = value(shown, map).map { figure($0, map) } ?? "·"
    canvas.write(
      text, column: column + max(0, 6 - text.count), row: row, style: Style(.text, bold: true))
  }

  /// The values of a row just before the last what-if; nil where nothing is supposed, and for what is no
  /// quantity of the layer or compared with another observation.
  private func before(_ row: Int, _ map: HeatMap) -> [Float]? {
    guard map.quantity.recurrent != nil, !map.quantity.isGradient, state.moment.beside == nil,
      let trace = state.traceBefore
    else {
      return nil
    }
    return trace.series(map.quantity, layer: layer, unit: row, timesteps: layout.axis.read)
  }

  /// The number of a row of a map at the current timestep; nil where there is none.
  func value(_ row: Int, _ map: HeatMap) -> Float? {
    if let timestep {
      let isThere =
        map.held.contains(timestep) && !state.lacks(map.quantity, at: timestep, in: layer)
      return isThere ? map[row, timestep] : nil
    }
    guard map.quantity.isState else { return nil }
    let before = state.trace.values(map.quantity, layer: layer, timestep: -1)[row]
    guard let beside = state.moment.beside else { return before }
    return before - beside.trace.values(map.quantity, layer: layer, timestep: -1)[row]
  }

  /// A number of a map in at most six characters.
  private func figure(_ value: Float, _ map: HeatMap) -> Phrase {
    map.quantity.isGradient ? Phrase(gradient: value) : compact(value, signed: map.isSigned)
  }

  // MARK: Labels

  private mutating func drawLabel(_ shown: Int, _ map: HeatMap, _ row: Int) {
    let isCursor = shown == Self.row(of: map, state, layer)
    let style = Style(isCursor ? .accent : .text, bold: isCursor)
    if isCursor { canvas[0, row] = Cell(.glyph("▌"), Style(.accent)) }
    let room = layout.labelWidth - 1
    guard layout.labelWidth >= 9 else {
      let text: Phrase = "\(shown)"
      // Where the number needs every column, the mark gives way to it.
      let first = max(0, room - text.count)
      if first == 0 { canvas[0, row] = .blank }
      canvas.write(text, column: first, row: row, style: style, width: layout.labelWidth)
      drawChange(shown, map, row)
      return
    }
    let score = self.score(shown, map)
    let isWide = layout.labelWidth >= 17
    // A name that is cut would be the same for several rows.
    let name = rowName(shown, of: map)
    let isNamed = isWide || map.quantity == .input && name.count <= room - 1
    let text: Phrase = isNamed ? name : "\(shown)"
    let end = canvas.write(
      text, column: 1, row: row, style: style,
      width: isWide && score != nil ? room - 8 : room - 1)
    if isWide, let score, end + score.count < room {
      canvas.write(score, column: room - score.count, row: row, style: Style(.quiet))
    }
    drawChange(shown, map, row)
  }

  private mutating func drawPairLabel(_ upper: Int, _ lower: Int?, _ map: HeatMap, _ row: Int) {
    let width = layout.labelWidth
    let both: Phrase = lower.map { "\(upper),\($0)" } ?? "\(upper)"
    let style = Style(.quiet)
    if width >= 17 {
      canvas.write(both, column: 6, row: row, style: style)
    } else if width >= 9 {
      canvas.write(both, column: 1, row: row, style: style, width: width - 1)
    } else {
      let text: Phrase = "\(upper)"
      canvas.write(text, column: max(0, width - 1 - text.count), row: row, style: style)
    }
    for shown in [upper, lower].compactMap(\.self) { drawChange(shown, map, row) }
  }

  /// A mark where a what-if touches a unit.
  private mutating func drawChange(_ shown: Int, _ map: HeatMap, _ row: Int) {
    guard map.quantity != .input, state.isSupposed(layer: layer, unit: shown) else { return }
    canvas.write(
      plain: "*", column: layout.labelWidth - 1, row: row, style: Style(.warning, bold: true))
  }

  /// What the rows are sorted by, as text.
  func score(_ row: Int, _ map: HeatMap) -> Phrase? {
    guard !Self.isOther(map, than: self.map) else { return nil }
    return sheet.ranking.scores.map {
      Phrase(reading: UnitRanking.text($0[row], sheet.ranking.order))
    }
  }

  // MARK: Scale and ends

  /// The colours from the greatest value to the least, with numbers at the ends and in the middle;
  /// and where rows are cut, how many stand above them and below.
  private mutating func drawScale(_ map: HeatMap, _ place: LayerLayout.Map) {
    let cut = place.lines.cut
    var rows = place.first..<place.first + place.lines.count
    if cut.before > 0, rows.count > 1 {
      drawCut(LayerPhrases.above(cut.before, Self.rowKind(of: map, state, layer)), rows.lowerBound)
      rows = rows.dropFirst()
    }
    if cut.after > 0, rows.count > 1 {
      drawCut(
        LayerPhrases.below(cut.after, Self.rowKind(of: map, state, layer)), rows.upperBound - 1)
      rows = rows.dropLast()
    }
    drawColours(map, rows)
  }

  private mutating func drawCut(_ forms: [Phrase], _ row: Int) {
    let room = size.width - layout.scaleColumn - 1
    canvas.write(
      Fitted.form(forms, width: max(LayerLayout.scaleWidth, room)), column: layout.scaleColumn,
      row: row, style: Style(.accent, bold: true))
  }

  private mutating func drawColours(_ map: HeatMap, _ rows: Range<Int>) {
    let column = layout.scaleColumn
    guard rows.count >= 3 else {
      guard let row = rows.first else { return }
      let text = map.isSigned ? "±" + map.labels.top.dropFirst() : "0–1"
      canvas.write(
        Phrase(reading: text), column: column, row: row, style: Style(.quiet), width: 5)
      return
    }
    let count = min(rows.count - (1 - rows.count % 2), 11)
    let labels = map.labels
    for (step, row) in rows.prefix(count).enumerated() {
      let share = 1 - Float(step) / Float(count - 1)
      let value = map.isSigned ? share * 2 - 1 : share
      let ramp: Halves.Ramp = map.isSigned ? .signed : .gate
      canvas[column, row] =
        state.hasHalfCells
        ? Cell(.halves(Halves(ramp, upper: value, lower: value)))
        : Bar.cell(value, scale: map.isSigned ? .symmetric(1) : .unit)
      let text =
        step == 0
        ? labels.top : step == count - 1 ? labels.bottom : step == count / 2 ? labels.middle : ""
      canvas.write(
        Phrase(reading: text), column: column + 1, row: row, style: Style(.quiet), width: 4)
    }
  }
}

/// A number in at most six characters, with as many digits as they hold.
func compact(_ value: Float, signed: Bool) -> Phrase {
  for digits in [3, 2, 1] {
    let text = Phrase(value, digits: digits, signed: signed)
    if text.count <= (signed ? 6 : 5) { return text }
  }
  let text = Phrase(value, digits: 0, signed: signed)
  return text.count <= 6
    ? text : Phrase(reading: (value < 0 ? "-" : "+") + brief(value.magnitude))
}
