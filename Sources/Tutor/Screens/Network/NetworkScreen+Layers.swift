import Engine
import Insight
import NetworkCode
import Phrases
import Screen

/// The rows of the recurrent layers.
extension NetworkScreen {
  /// What the layer reads at this timestep, and what leaves it in the end.
  mutating func drawHeader(_ layer: Int, _ row: Int) {
    guard let settings = state.plan.layers[layer].layer.recurrent else { return }
    canvas.extend(.layer(name(of: layer)), row: row)
    chooses(layer, row: row)
    mark(isChosen(layer), row)
    let shape = state.plan.layers[layer].outputShape
    let flag = Python.literal(settings.returnSequences)
    let right: Phrase =
      size.width >= 80 ? "return_sequences=\(flag) → \(shape)" : "\(flag) → \(shape)"
    let rightColumn = size.width - right.count - 1
    var column = canvas.write(
      plain: settings.name, column: 1, row: row,
      style: Style(isChosen(layer) ? .accent : .title, bold: true),
      width: max(1, rightColumn - 2))
    column += 1
    let room = rightColumn - column - 1
    // The clause is about the layer; which unit the rows show comes behind it.
    let unit: Phrase = " · \(NetworkPhrases.unit(state.unit(of: layer)))"
    let reads = Reads(state, layer: layer)
    canvas.write(
      Fitted.whole(reads.forms.map { $0 + unit } + reads.forms, width: room) ?? "",
      column: column, row: row, style: Style(.quiet), width: max(0, room))
    canvas.write(
      right, column: rightColumn, row: row, style: Style(.warning, bold: isChosen(layer)))
  }

  mutating func drawQuantity(_ quantity: QuantityName, of layer: Int, height: Int, _ row: Int) {
    // A row that is cut at the end of the screen is drawn as far as it stands there.
    let rows = row..<min(row + height, layout.lines.count + 1)
    canvas.extend(
      .layer(name(of: layer)),
      Rect(column: 0, row: row, width: size.width, height: rows.count))
    canvas.name(quantity.part(of: name(of: layer)), rows: rows, timeline: timeline)
    for row in rows {
      clicks(on: layer, row: row)
      mark(isChosen(layer), row)
    }
    let unit = state.unit(of: layer)
    let scale =
      isOverUnits
      ? state.sampleScale(of: quantity, layer: layer) : state.scale(of: quantity, layer: layer)
    let isLacking = state.lacks(quantity, at: state.timestep, in: layer)
    // Side by side stand units around the chosen one; more are not asked for.
    let columns: Columns? =
      isOverUnits
      ? unitColumns(of: layer)
      : showsSample ? sampleWindow(of: layer).columns(from: layout.sampleColumn) : nil
    func values(_ units: Range<Int>) -> [Float]? {
      isLacking
        ? nil
        : state.trace.values(
          quantity, layer: layer, at: state.position.timestep, units: units)
    }
    let units = columns.map { $0.first..<$0.first + $0.count } ?? unit..<unit + 1
    let now = values(units)
    // Over units the columns of a layer are those of the one in focus, which the unit need not be among.
    let own = units.contains(unit) ? now?[unit - units.lowerBound] : values(unit..<unit + 1)?[0]
    let middle = row + height / 2
    if rows.contains(middle) {
      drawLabel(quantity, of: layer, middle)
      drawValue(own, scale: scale, signed: scale != .unit, middle)
    }
    if isOverUnits, let columns {
      drawUnits(quantity, of: layer, now, columns, scale: scale, height: height, rows)
      if rows.contains(middle) { drawUnitEnds(of: layer, middle) }
    } else {
      func series(_ trace: Trace) -> [Float] {
        trace.series(quantity, layer: layer, unit: unit, timesteps: time.read)
      }
      let (values, before) = (series(state.trace), state.traceBefore.map(series))
      for row in rows {
        time.bars(
          values, before: before, of: time.read, scale: scale, ink: quantity.ink,
          skips: state.lacking(quantity, in: layer), line: row - rows.lowerBound,
          height: height, row: row, on: &canvas)
      }
      guard let columns else { return }
      drawUnits(
        quantity, of: layer, now, columns,
        scale: state.sampleScale(of: quantity, layer: layer), height: height, rows)
    }
  }

  private mutating func drawLabel(_ quantity: QuantityName, of layer: Int, _ row: Int) {
    let isChanged = state.isSupposed(
      layer: layer, unit: state.unit(of: layer), quantity: quantity,
      timestep: state.position.timestep)
    // The star stands before the letter: behind it the names of the rows begin.
    time.label(
      quantity.letter, ink: quantity.ink, [Phrase(plain: quantity.words)],
      starColumn: isChanged ? -1 : nil, wordStyle: Style(isChanged ? .warning : .text), row: row,
      on: &canvas)
  }

  /// A layer's units at this timestep, a column each, the chosen one among them; `values` are theirs alone.
  private mutating func drawUnits(
    _ quantity: QuantityName, of layer: Int, _ values: [Float]?, _ columns: Columns,
    scale: ValueScale, height: Int, _ rows: Range<Int>
  ) {
    let ink = quantity.ink
    let chosen = state.unit(of: layer)
    let before = state.traceBefore?.values(
      quantity, layer: layer, at: state.position.timestep,
      units: columns.first..<columns.first + columns.count)
    for row in rows {
      let line = row - rows.lowerBound
      for offset in 0..<columns.count {
        let unit = columns.first + offset
        let paper: Paper = unit == chosen ? .cursor : .none
        canvas[columns.start + offset, row] =
          values.map {
            Bar.cell(
              $0[offset], before: before?[offset], scale: scale, ink: ink, line: line,
              height: height, paper: paper)
          } ?? TimeAxis.unread(paper, line: line, height: height)
      }
    }
  }

  /// Marks where a layer has more units than there are columns; of the one in focus the ruler says so.
  private mutating func drawUnitEnds(of layer: Int, _ row: Int) {
    let window = unitWindow(of: layer)
    guard layer != layout.focus else { return }
    if window.isCut.before {
      canvas.write(plain: "‹", column: layout.labelWidth - 1, row: row, style: Style(.quiet))
    }
    if window.isCut.after {
      canvas.write(
        plain: "›", column: layout.labelWidth + window.visible.count, row: row, style: Style(.quiet)
      )
    }
  }

  /// What leaves the layer at each timestep.
  mutating func drawLane(_ layer: Int, _ row: Int) {
    canvas.extend(.layer(name(of: layer)), row: row)
    canvas.name(outputPart(of: name(of: layer)), row: row, timeline: timeline)
    if isOverUnits { chooses(layer, row: row) } else { clicks(on: layer, row: row) }
    mark(isChosen(layer), row)
    guard let settings = state.plan.layers[layer].layer.recurrent else { return }
    canvas.write(
      plain: layout.showsNames ? NetworkPhrases.outputRow : "→",
      column: layout.showsNames ? 4 : 1, row: row, style: Style(.quiet))
    let last = state.length(of: layer) - 1
    if isOverUnits {
      drawLaneOverUnits(settings, row)
    } else {
      time.lane(
        ink: QuantityName.hiddenState.ink, upTo: last, skips: { state.skips($0, layer) },
        leaves: { settings.returnSequences || $0 == last }, row: row, on: &canvas)
    }
    drawLaneNote(layer, settings, row)
  }

  private mutating func drawLaneOverUnits(_ settings: any RecurrentLayer, _ row: Int) {
    let timestep = state.timestep
    let last = state.timesteps - 1
    let forms =
      state.timeline.isAtStart
      ? [NetworkPhrases.nothingYet]
      : settings.returnSequences || timestep == last
        ? NetworkPhrases.isOutput(timestep: timestep, units: settings.units)
        : NetworkPhrases.staysInside(timestep: timestep, last: last)
    let room = layout.axisColumns
    canvas.write(
      Fitted.whole(forms, width: room) ?? "", column: layout.labelWidth, row: row,
      style: Style(QuantityName.hiddenState.ink), width: room)
  }

  private mutating func drawLaneNote(_ layer: Int, _ settings: any RecurrentLayer, _ row: Int) {
    let count = state.length(of: layer)
    let read = min(state.timeline.read.count, count)
    let room = size.width - layout.valueColumn
    let note: Phrase
    if settings.returnSequences {
      note =
        room > 8
        ? NetworkPhrases.some(read, of: count) : "\(read)/\(count)"
    } else {
      note =
        read == count
        ? "h[\(count - 1)]"
        : room > 8 ? NetworkPhrases.noneYet : NetworkPhrases.noneYetNarrow
    }
    canvas.write(
      note, column: layout.valueColumn + 1, row: row, style: Style(.quiet),
      width: max(0, room - 1))
    guard !isOverUnits, showsSample else { return }
    let window = sampleWindow(of: layer)
    let range = NetworkPhrases.units(window.visible, of: window.count)
    let scales = settings.shownStates.map { quantity -> Phrase in
      let scale = state.sampleScale(of: quantity.name, layer: layer)
      return "\(quantity.letter) \(Phrase(reading: scale.text))"
    }
    let both = Phrase.joined(scales, separator: " ")
    // Their scale is another than the one beside the value: it comes before their numbers.
    let text = Fitted.whole([range + ", " + both, both], width: size.width - layout.sampleColumn)
    canvas.write(text ?? "", column: layout.sampleColumn, row: row, style: Style(.quiet))
  }
}
