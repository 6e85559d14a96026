import Engine
import Screen

/// The unit's c and h over the sequence, with the symbols above and the timestep marked.
extension UnitScreen {
  private var labelWidth: Int { size.width >= 76 ? 17 : 3 }
  private var valueWidth: Int { size.width >= 76 ? 13 : 7 }
  private var axis: Axis {
    Axis(
      count: state.timesteps, current: max(0, state.position.timestep),
      columns: size.width - labelWidth - valueWidth)
  }
  private var end: Int { labelWidth + axis.columns }

  /// The timesteps of the chart's columns.
  var chartTimeline: Frame.Part.Timeline { axis.timeline(from: labelWidth) }

  /// Returns the row after it.
  mutating func drawChart(_ first: Int) -> Int {
    guard layout.chart > 0 else { return first }
    var row = first
    if layout.showsRuler {
      drawRuler(row)
      row += 1
    }
    if layout.showsSymbols {
      drawSymbols(row)
      row += 1
    }
    for quantity in [LSTMQuantity.cellState, .hiddenState] {
      drawSeries(quantity, row)
      row += layout.chart
    }
    return row
  }

  private mutating func drawRuler(_ row: Int) {
    let axis = axis
    let current = state.position.timestep
    frame.write(
      labelWidth > 3 ? "timestep t" : "t", column: 1, row: row, style: Style(.quiet))
    let mark = axis.column(of: current)
    for position in axis.visible where position % 10 == 0 {
      guard let column = axis.column(of: position) else { continue }
      let text = "\(position)"
      if let mark, (column..<column + text.count).contains(mark) { continue }
      guard column + text.count <= axis.columns else { continue }
      frame.write(text, column: labelWidth + column, row: row, style: Style(.quiet))
    }
    if axis.isCut.before {
      frame.write("‹", column: labelWidth - 1, row: row, style: Style(.quiet))
    }
    if axis.isCut.after {
      frame.write("›", column: labelWidth + axis.columns, row: row, style: Style(.quiet))
    }
    if let mark {
      frame.write("▼", column: labelWidth + mark, row: row, style: Style(.accent, bold: true))
    }
  }

  private mutating func drawSymbols(_ row: Int) {
    let axis = axis
    let backwards = state.readsBackwards(0)
    frame.write(labelWidth > 3 ? "x symbol" : "x", column: 1, row: row, style: Style(.text))
    for position in axis.visible {
      guard let column = axis.column(of: position) else { continue }
      let isRead = position <= state.position.timestep
      let facts = state.example.timesteps[backwards ? state.timesteps - 1 - position : position]
      var style = Style(isRead ? .text : .ghost)
      if isRead {
        switch facts.event {
        case .set: style.paper = .eventOn
        case .clear: style.paper = .eventOff
        case nil: style.paper = position == state.position.timestep ? .cursor : .none
        }
      }
      style.bold = position == state.position.timestep || isRead && facts.event != nil
      let symbol = facts.symbol?.unicodeScalars.first ?? "?"
      frame[labelWidth + column, row] = Cell(.glyph(isRead ? symbol : "·"), style)
    }
    guard valueWidth > 7, state.position.timestep >= 0 else { return }
    let facts = state.example.timesteps[state.timestepRead(by: 0)]
    let words = [facts.label, facts.event?.rawValue].compactMap(\.self).joined(separator: " ")
    frame.write(words, column: end + 1, row: row, style: Style(.text), width: valueWidth - 1)
  }

  private mutating func drawSeries(_ quantity: LSTMQuantity, _ first: Int) {
    let axis = axis
    let timestep = state.position.timestep
    let height = layout.chart
    let scale = state.scale(of: quantity, layer: layer)
    // The number of this timestep is there from its phase on.
    let isThere = isReached(quantity == .cellState ? 4 : 5)
    let read = axis.visible.clamped(to: 0..<max(0, isThere ? timestep + 1 : timestep))
    let values = state.trace.series(
      quantity, layer: layer, unit: state.unit(of: layer), timesteps: read)
    for line in 0..<height {
      let row = first + line
      let isMiddle = height == 1 || line == height / 2
      for position in axis.visible {
        guard let column = axis.column(of: position) else { continue }
        let paper: Paper = position == timestep ? .cursor : .none
        frame[labelWidth + column, row] =
          read.contains(position)
          ? Bar.cell(
            values[position - read.lowerBound], scale: scale, line: line, height: height,
            paper: paper)
          : isMiddle
            ? Cell(.glyph("·"), Style(.ghost, on: paper)) : Cell(.glyph(" "), Style(on: paper))
      }
    }
    let row = first + height / 2
    frame[1, row] = Cell(
      .glyph(quantity.letter.unicodeScalars.first ?? " "), Style(quantity.ink, bold: true))
    if labelWidth > 3 {
      frame.write(quantity.words, column: 3, row: row, style: Style(.text))
    }
    let text = valueWidth > 7 ? "scale \(scale.text)" : scale.text
    frame.write(text, column: end + 1, row: row, style: Style(.quiet), width: valueWidth - 1)
  }
}

extension State {
  /// Whether the symbols can stand over a layer's timesteps: those before it read in the same order.
  func hasSymbols(for layer: Int) -> Bool {
    example.isSymbolic && (1..<max(1, layer + 1)).allSatisfy { !readsBackwards($0) }
  }
}
