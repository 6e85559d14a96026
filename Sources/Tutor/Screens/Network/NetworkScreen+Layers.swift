import Engine
import Screen

/// The rows of the recurrent layers and the line where one of them cannot follow.
extension NetworkScreen {
  /// What the layer reads at this timestep, and what leaves it in the end.
  mutating func drawHeader(_ layer: Int, _ row: Int) {
    guard case .lstm(let settings) = state.plan.layers[layer].layer else { return }
    mark(isChosen(layer), row)
    let shape = state.plan.layers[layer].outputShape
    let flag = settings.returnSequences ? "True" : "False"
    let full = "return_sequences=\(flag) → \(shape.perObservation)"
    let short = "\(flag) → \(shape.perObservation)"
    let right = size.width >= 80 ? full : short
    let rightColumn = size.width - right.count - 1
    let name = settings.name
    var column = frame.write(
      name, column: 1, row: row,
      style: Style(isChosen(layer) ? .accent : .title, bold: true),
      width: max(1, rightColumn - 2))
    column += 1
    let room = rightColumn - column - 1
    // The clause is about the layer; which unit the rows show comes behind it.
    let unit = " · unit \(state.unit(of: layer))"
    let reads = Reads(state, layer: layer)
    let forms = reads.forms.map { $0 + unit } + reads.forms
    frame.write(
      forms.first { $0.count <= room } ?? "", column: column, row: row, style: Style(.quiet),
      width: max(0, room))
    frame.write(
      right, column: rightColumn, row: row, style: Style(.warning, bold: isChosen(layer)))
  }

  mutating func drawQuantity(
    _ quantity: LSTMQuantity, of layer: Int, line: Int, height: Int, _ row: Int
  ) {
    mark(isChosen(layer), row)
    let unit = state.unit(of: layer)
    let timestep = state.position.timestep
    let scale =
      isOverUnits
      ? state.sampleScale(of: quantity, layer: layer) : state.scale(of: quantity, layer: layer)
    let isSigned = scale != .unit
    let axis = axis(of: layer)
    if line == height / 2 || height == 1 {
      drawLabel(quantity, of: layer, row)
      let value =
        timestep < 0 && !quantity.isState
        ? nil : state.trace.values(quantity, layer: layer, timestep: timestep)[unit]
      drawValue(value, scale: scale, signed: isSigned, row)
    }
    if isOverUnits {
      drawUnits(
        quantity, of: layer, on: axis, from: layout.labelWidth, scale: scale, line: line,
        height: height, row)
    } else {
      let read = axis.visible.clamped(to: 0..<(timestep + 1))
      let values = state.trace.series(quantity, layer: layer, unit: unit, timesteps: read)
      for position in axis.visible {
        guard let column = column(position, on: axis) else { continue }
        let paper: Paper = position == timestep ? .cursor : .none
        frame[column, row] =
          read.contains(position)
          ? Bar.cell(
            values[position - read.lowerBound], scale: scale, line: line, height: height,
            paper: paper)
          : unread(line: line, height: height, paper: paper)
      }
      drawSample(quantity, of: layer, scale: scale, line: line, height: height, row)
    }
  }

  private func unread(line: Int, height: Int, paper: Paper) -> Cell {
    line == height / 2 || height == 1
      ? Cell(.glyph("·"), Style(.ghost, on: paper))
      : Cell(.glyph(" "), Style(on: paper))
  }

  private mutating func drawLabel(_ quantity: LSTMQuantity, of layer: Int, _ row: Int) {
    let column = layout.showsNames ? 2 : 1
    frame[column, row] = Cell(
      .glyph(quantity.letter.unicodeScalars.first ?? " "), Style(quantity.ink, bold: true))
    let isChanged = state.isChanged(quantity, layer: layer)
    if isChanged {
      frame[column - 1, row] = Cell(.glyph("*"), Style(.warning, bold: true))
    }
    guard layout.showsNames else { return }
    frame.write(
      quantity.words, column: column + 2, row: row, style: Style(isChanged ? .warning : .text))
  }

  /// Some of the layer's other units at this timestep, the chosen one among them.
  private mutating func drawSample(
    _ quantity: LSTMQuantity, of layer: Int, scale: Bar.Scale, line: Int, height: Int, _ row: Int
  ) {
    guard layout.sampleColumns > 0, state.position.timestep >= 0 else { return }
    drawUnits(
      quantity, of: layer, on: sampleAxis(of: layer), from: layout.sampleColumn,
      scale: state.sampleScale(of: quantity, layer: layer), line: line, height: height, row)
  }

  private func sampleAxis(of layer: Int) -> Axis {
    Axis(
      count: state.units(of: layer), current: state.unit(of: layer),
      columns: layout.sampleColumns)
  }

  private mutating func drawUnits(
    _ quantity: LSTMQuantity, of layer: Int, on axis: Axis, from first: Int, scale: Bar.Scale,
    line: Int, height: Int, _ row: Int
  ) {
    let timestep = state.position.timestep
    let values =
      timestep < 0 && !quantity.isState
      ? nil : state.trace.values(quantity, layer: layer, timestep: timestep)
    for position in axis.visible {
      guard let offset = axis.column(of: position) else { continue }
      let paper: Paper = position == state.unit(of: layer) ? .cursor : .none
      frame[first + offset, row] =
        values.map {
          Bar.cell($0[position], scale: scale, line: line, height: height, paper: paper)
        } ?? unread(line: line, height: height, paper: paper)
    }
  }

  /// What leaves the layer at each timestep.
  mutating func drawLane(_ layer: Int, _ row: Int) {
    mark(isChosen(layer), row)
    guard case .lstm(let settings) = state.plan.layers[layer].layer else { return }
    frame.write(
      layout.showsNames ? "leaves" : "→", column: layout.showsNames ? 4 : 1, row: row,
      style: Style(.quiet))
    let timestep = state.position.timestep
    let last = state.timesteps - 1
    if isOverUnits {
      drawLaneOverUnits(layer, settings, row)
    } else {
      let axis = timeAxis
      for position in axis.visible {
        guard let column = column(position, on: axis) else { continue }
        let leaves = settings.returnSequences || position == last
        let paper: Paper = position == timestep ? .cursor : .none
        let glyph: Unicode.Scalar = !leaves ? "─" : position <= timestep ? "■" : "□"
        frame[column, row] = Cell(
          .glyph(glyph),
          Style(
            leaves && position <= timestep ? LSTMQuantity.hiddenState.ink : .ghost, on: paper,
            bold: position == timestep))
      }
    }
    drawLaneNote(layer, settings, row)
  }

  private mutating func drawLaneOverUnits(_ layer: Int, _ settings: LSTM, _ row: Int) {
    let timestep = state.position.timestep
    let last = state.timesteps - 1
    let forms =
      timestep < 0
      ? ["nothing yet"]
      : settings.returnSequences || timestep == last
        ? ["h[\(timestep)] leaves, all \(settings.units) units", "h[\(timestep)] leaves"]
        : ["h[\(timestep)] stays inside; only h[\(last)] leaves", "only h[\(last)]"]
    let room = layout.axisColumns
    frame.write(
      forms.first { $0.count <= room } ?? "", column: layout.labelWidth, row: row,
      style: Style(LSTMQuantity.hiddenState.ink), width: room)
  }

  private mutating func drawLaneNote(_ layer: Int, _ settings: LSTM, _ row: Int) {
    let timestep = state.position.timestep
    let count = state.timesteps
    let room = size.width - layout.valueColumn
    let note: String
    if settings.returnSequences {
      note = room > 8 ? "\(timestep + 1) of \(count)" : "\(timestep + 1)/\(count)"
    } else {
      note = timestep == count - 1 ? "h[\(count - 1)]" : room > 8 ? "none yet" : "none"
    }
    frame.write(
      note, column: layout.valueColumn + 1, row: row, style: Style(.quiet),
      width: max(0, room - 1))
    guard !isOverUnits, layout.sampleColumns > 0, timestep >= 0 else { return }
    let axis = sampleAxis(of: layer)
    let range = "units \(axis.visible.lowerBound)–\(axis.visible.upperBound - 1) of \(axis.count)"
    let scales = [LSTMQuantity.cellState, .hiddenState].map {
      "\($0.letter) \(state.sampleScale(of: $0, layer: layer).text)"
    }.joined(separator: " ")
    let sampleRoom = size.width - layout.sampleColumn
    // Their scale is another than the one beside the value: it comes before their numbers.
    let text = [range + ", " + scales, scales].first { $0.count <= sampleRoom }
    frame.write(text ?? "", column: layout.sampleColumn, row: row, style: Style(.quiet))
  }
}
