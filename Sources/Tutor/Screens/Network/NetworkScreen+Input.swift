import Engine
import ModelFiles
import Screen

/// What enters: the symbols, or one feature over time, and the whole vector of this timestep.
extension NetworkScreen {
  mutating func drawInput(_ row: Int) {
    let isChosen = state.position.layer == .input
    mark(isChosen, row)
    let style = Style(isChosen ? .accent : .title, bold: true)
    let end = frame.write("x", column: 1, row: row, style: style)
    if isOverUnits {
      if layout.showsNames {
        frame.write("features", column: end + 1, row: row, style: Style(.text))
      }
      drawFeatures(row)
    } else if state.example.isSymbolic {
      if layout.showsNames {
        frame.write("symbol", column: end + 1, row: row, style: Style(.text))
      }
      drawSymbols(row)
    } else {
      if layout.showsNames {
        frame.write(
          state.featureName(state.position.feature), column: end + 1, row: row,
          style: Style(.text), width: layout.labelWidth - end - 2)
      }
      drawFeature(state.position.feature, row)
    }
  }

  private mutating func drawSymbols(_ row: Int) {
    let timestep = state.position.timestep < 0 ? -1 : state.inputTimestep
    for position in timeAxis.visible {
      guard let column = column(position, on: timeAxis) else { continue }
      let facts = state.example.timesteps[position]
      let isRead = state.hasRead(position)
      var style = Style(isRead ? .text : .ghost)
      if isRead {
        switch facts.event {
        case .set: style.paper = .eventOn
        case .clear: style.paper = .eventOff
        case nil: style.paper = position == timestep ? .cursor : .none
        }
      }
      style.bold = position == timestep || isRead && facts.event != nil
      let symbol = facts.symbol?.unicodeScalars.first ?? "?"
      frame[column, row] = Cell(.glyph(isRead ? symbol : "·"), style)
    }
    guard timestep >= 0 else { return }
    let now = state.example.timesteps[timestep]
    let full = [now.label, now.event?.rawValue].compactMap(\.self).joined(separator: " ")
    let words = full.count <= size.width - layout.valueColumn ? full : now.label
    frame.write(
      words, column: layout.valueColumn + max(0, 6 - words.count), row: row,
      style: Style(.text, bold: now.event != nil),
      width: size.width - layout.valueColumn)
  }

  /// The whole vector of this timestep, a column a feature.
  private mutating func drawFeatures(_ row: Int) {
    let observation = state.example.observation
    let timestep = state.position.timestep < 0 ? -1 : state.inputTimestep
    for feature in 0..<min(observation.features, layout.axisColumns) {
      let paper: Paper =
        feature == state.position.feature && !state.example.isSymbolic ? .cursor : .none
      frame[layout.labelWidth + feature, row] =
        timestep < 0
        ? Cell(.glyph("·"), Style(.ghost))
        : Bar.cell(
          observation.values[timestep * observation.features + feature],
          scale: state.featureScale(feature), paper: paper)
    }
    guard timestep >= 0 else { return }
    let now = state.example.timesteps[timestep]
    let column = layout.labelWidth + min(observation.features, layout.axisColumns) + 2
    frame.write(
      "\(observation.features) features at t \(timestep)\(state.example.isSymbolic ? ", symbol \(now.label)" : "")",
      column: column,
      row: row, style: Style(.quiet), width: max(0, size.width - column - 1))
  }

  private mutating func drawFeature(_ feature: Int, _ row: Int) {
    let observation = state.example.observation
    let timestep = state.position.timestep < 0 ? -1 : state.inputTimestep
    let scale = state.featureScale(feature)
    for position in timeAxis.visible {
      guard let column = column(position, on: timeAxis) else { continue }
      let paper: Paper = position == timestep ? .cursor : .none
      frame[column, row] =
        state.hasRead(position)
        ? Bar.cell(
          observation.values[position * observation.features + feature], scale: scale, paper: paper)
        : Cell(.glyph("·"), Style(.ghost, on: paper))
    }
    guard timestep >= 0 else { return }
    let value = observation.values[timestep * observation.features + feature]
    drawValue(value, scale: scale, signed: true, row)
    guard layout.sampleColumns > 0 else { return }
    frame.write(
      state.reading(feature), column: layout.sampleColumn, row: row, style: Style(.text),
      width: size.width - layout.sampleColumn)
  }

  /// The lines below the first: the timestep as it was measured, the vector the network reads,
  /// then one feature a line.
  mutating func drawInputDetail(_ detail: Int, _ row: Int) {
    let timestep = state.position.timestep < 0 ? -1 : state.inputTimestep
    switch state.inputDetails[detail] {
    case .readings:
      guard timestep >= 0 else { return }
      frame.write(
        state.readings, column: 1, row: row, style: Style(.text), width: size.width - 2)
    case .vector:
      guard timestep >= 0 else { return }
      let observation = state.example.observation
      let numbers = observation[timestep].map { value in
        value == value.rounded() && value.magnitude < 1000
          ? decimal(value, digits: 0) : decimal(value, signed: true)
      }
      frame.write(
        "x[\(timestep)] = (\(numbers.joined(separator: ", ")))"
          + (state.example.isSymbolic
            ? "  symbol \(state.example.timesteps[timestep].label), one-hot" : ""),
        column: 1, row: row,
        style: Style(.quiet), width: size.width - 2)
    case .feature(let feature):
      if layout.showsNames {
        frame.write(
          state.featureName(feature), column: 3, row: row, style: Style(.quiet),
          width: layout.labelWidth - 4)
      }
      drawFeature(feature, row)
    }
  }
}
