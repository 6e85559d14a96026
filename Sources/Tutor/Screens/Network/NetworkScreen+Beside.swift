import Engine
import ModelFiles
import Phrases
import Screen

/// The second observation, one row below what it is compared with.
extension NetworkScreen {
  mutating func drawBesideInput(_ row: Int) {
    guard let beside = state.moment.beside else { return }
    canvas.name(.x, row: row, timeline: timeline)
    canvas.goes(time.columns, rows: row..<row + 1)
    drawBesideLabel(row)
    let last = beside.example.observation.timesteps
    let feature = state.position.feature
    time.input(
      TimeAxis.Reading(
        example: beside.example, feature: feature, scale: state.featureScale(feature),
        source: { $0 < last ? $0 : nil }, isRead: { [state] in $0 >= last || state.hasRead($0) },
        isBold: false),
      row: row, on: &canvas)
  }

  /// The remembered state of the same unit, on the scale of the row above it.
  mutating func drawBesideState(_ layer: Int, _ row: Int) {
    guard let beside = state.moment.beside, let remembered = state.recurrent(layer)?.remembered
    else { return }
    canvas.extend(.layer(name(of: layer)), row: row)
    canvas.name(remembered.part(of: name(of: layer)), row: row, timeline: timeline)
    clicks(on: layer, row: row)
    mark(isChosen(layer), row)
    drawBesideLabel(row)
    let scale = state.scale(of: remembered, layer: layer)
    let last = beside.example.observation.timesteps
    let read = time.read.clamped(to: 0..<last)
    let values = beside.trace.series(
      remembered, layer: layer, unit: state.unit(of: layer), timesteps: read)
    time.bars(values, of: read, scale: scale, row: row, on: &canvas)
    guard let value = values.last, let now = state.position.timestep, read.contains(now)
    else { return }
    drawValue(value, scale: scale, signed: true, row)
  }

  private mutating func drawBesideLabel(_ row: Int) {
    guard let index = state.position.beside else { return }
    canvas.write(
      layout.showsNames ? NetworkPhrases.inObservation(index) : "\(index)",
      column: layout.showsNames ? 4 : 1, row: row,
      style: Style(.quiet), width: layout.labelWidth - (layout.showsNames ? 5 : 1))
  }
}

extension Explorer {
  /// Where the open observation and the one laid over it part: in what they read, and in the chosen
  /// layer; nil where none is laid over.
  var parting: String? {
    guard let beside = moment.beside else { return nil }
    let (one, other) = (example.facts.name, beside.example.facts.name)
    let timesteps = min(example.observation.timesteps, beside.example.observation.timesteps)
    guard
      let first = (0..<timesteps).first(where: {
        example.observation[$0] != beside.example.observation[$0]
      })
    else { return NetworkPhrases.readTheSame(one, other) }
    guard case .layer(let layer) = position.layer, recurrentLayers.contains(layer),
      let remembered = recurrent(layer)?.remembered
    else {
      return NetworkPhrases.part(one, other, at: first)
    }
    let unit = unit(of: layer)
    let scale = moment.scales.largest(remembered, layer: layer, unit: unit)
    let range = 0..<timesteps
    let here = trace.series(remembered, layer: layer, unit: unit, timesteps: range)
    let there = beside.trace.series(remembered, layer: layer, unit: unit, timesteps: range)
    // A tenth of the scale is what one sees.
    let seen = zip(here, there).enumerated().first {
      ($0.element.0 - $0.element.1).magnitude > scale / 10
    }
    return NetworkPhrases.part(
      one, other, at: first, state: remembered.letter, unit: unit, seen: seen?.offset)
  }
}
