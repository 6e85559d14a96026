import Engine
import ModelFiles
import Screen

/// The second observation, one row below what it is compared with.
extension NetworkScreen {
  mutating func drawBesideInput(_ row: Int) {
    guard let beside = state.moment.beside else { return }
    drawBesideLabel(row)
    let observation = beside.example.observation
    let feature = state.position.feature
    for position in timeAxis.visible where position < observation.timesteps {
      guard let column = column(position, on: timeAxis) else { continue }
      let paper: Paper = position == state.position.timestep ? .cursor : .none
      guard state.hasRead(position) else {
        frame[column, row] = Cell(.glyph("·"), Style(.ghost, on: paper))
        continue
      }
      let facts = beside.example.timesteps[position]
      if let symbol = facts.symbol?.unicodeScalars.first {
        let ground: Paper =
          switch facts.event {
          case .set: .eventOn
          case .clear: .eventOff
          case nil: paper
          }
        frame[column, row] = Cell(.glyph(symbol), Style(.text, on: ground))
      } else {
        frame[column, row] = Bar.cell(
          observation.values[position * observation.features + feature],
          scale: state.featureScale(feature), paper: paper)
      }
    }
  }

  /// The cell state of the same unit, on the scale of the row above it.
  mutating func drawBesideState(_ layer: Int, _ row: Int) {
    guard let beside = state.moment.beside else { return }
    mark(isChosen(layer), row)
    drawBesideLabel(row)
    let timestep = state.position.timestep
    let unit = state.unit(of: layer)
    let scale = state.scale(of: .cellState, layer: layer)
    let last = beside.example.observation.timesteps
    let read = timeAxis.visible.clamped(to: 0..<min(last, timestep + 1))
    let values = beside.trace.series(.cellState, layer: layer, unit: unit, timesteps: read)
    for position in timeAxis.visible {
      guard let column = column(position, on: timeAxis) else { continue }
      let paper: Paper = position == timestep ? .cursor : .none
      frame[column, row] =
        read.contains(position)
        ? Bar.cell(values[position - read.lowerBound], scale: scale, paper: paper)
        : Cell(.glyph("·"), Style(.ghost, on: paper))
    }
    guard let value = values.last, read.contains(timestep) else { return }
    drawValue(value, scale: scale, signed: true, row)
  }

  private mutating func drawBesideLabel(_ row: Int) {
    guard let index = state.position.beside else { return }
    let text = layout.showsNames ? "in \(index)" : "\(index)"
    frame.write(
      text, column: layout.showsNames ? 4 : 1, row: row, style: Style(.quiet),
      width: layout.labelWidth - (layout.showsNames ? 5 : 1))
  }
}

extension State {
  /// Where the open observation and the one laid over it part: in what they read, and in the chosen
  /// layer; nil where none is laid over.
  var parting: String? {
    guard let beside = moment.beside else { return nil }
    let names = "\(example.facts.name) and \(beside.example.facts.name)"
    let timesteps = min(example.observation.timesteps, beside.example.observation.timesteps)
    guard
      let first = (0..<timesteps).first(where: {
        example.observation[$0] != beside.example.observation[$0]
      })
    else { return "\(names) read the same." }
    guard case .layer(let layer) = position.layer, recurrentLayers.contains(layer) else {
      return "\(names) part at t \(first)."
    }
    let unit = unit(of: layer)
    let scale = moment.scales.largest(.cellState, layer: layer, unit: unit)
    let range = 0..<timesteps
    let mine = trace.series(.cellState, layer: layer, unit: unit, timesteps: range)
    let other = beside.trace.series(.cellState, layer: layer, unit: unit, timesteps: range)
    // A tenth of the scale is what one sees.
    let seen = zip(mine, other).enumerated().first {
      ($0.element.0 - $0.element.1).magnitude > scale / 10
    }
    let place =
      seen.map { "c of unit \(unit) differs by a tenth of its scale from t \($0.offset) on" }
      ?? "c of unit \(unit) never differs by a tenth of its scale"
    return "\(names) read different things from t \(first) on; \(place)."
  }
}
