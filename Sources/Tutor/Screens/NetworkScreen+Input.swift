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
    let timestep = state.position.timestep
    for position in timeAxis.visible {
      guard let column = column(position, on: timeAxis) else { continue }
      let facts = state.example.timesteps[position]
      let isRead = position <= timestep
      var style = Style(isRead ? .text : .ghost)
      if isRead {
        switch facts.event {
        case .set: style.paper = .set
        case .clear: style.paper = .clear
        case nil: style.paper = position == timestep ? .cursor : .none
        }
      }
      style.bold = position == timestep || isRead && facts.event != nil
      let symbol = facts.symbol?.unicodeScalars.first ?? "?"
      frame[column, row] = Cell(.glyph(isRead ? symbol : "·"), style)
    }
    guard timestep >= 0 else { return }
    let now = state.example.timesteps[timestep]
    let words = [now.label, now.event?.rawValue].compactMap(\.self).joined(separator: " ")
    frame.write(
      words, column: layout.valueColumn + max(0, 6 - words.count), row: row,
      style: Style(.text, bold: now.event != nil),
      width: size.width - layout.valueColumn)
  }

  /// The whole vector of this timestep, a column a feature.
  private mutating func drawFeatures(_ row: Int) {
    let observation = state.example.observation
    let timestep = state.position.timestep
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
    let timestep = state.position.timestep
    let scale = state.featureScale(feature)
    for position in timeAxis.visible {
      guard let column = column(position, on: timeAxis) else { continue }
      let paper: Paper = position == timestep ? .cursor : .none
      frame[column, row] =
        position <= timestep
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
    let timestep = state.position.timestep
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

/// What can stand below the first line of the input.
enum InputDetail: Hashable {
  /// The timestep in its own units: "precipitation 0.0 mm  temp_max 21.7 °C …".
  case readings
  /// The numbers that enter the first layer.
  case vector
  /// Another feature over time.
  case feature(Int)
}

extension State {
  /// What there is to say of the input, the most telling first.
  var inputDetails: [InputDetail] {
    if example.isSymbolic { return [.vector] }
    let others = (0..<example.observation.features).filter { $0 != position.feature }
    let hasReadings = example.timesteps.contains { $0.word != nil }
    return (hasReadings ? [.readings, .vector] : [.vector])
      + (position.axis == .time ? others.map(InputDetail.feature) : [])
  }

  /// The name of a feature, `x[3]` where the data give none.
  func featureName(_ feature: Int) -> String {
    model.features.indices.contains(feature) ? model.features[feature].name : "feature \(feature)"
  }

  /// What was measured of a feature at this timestep, with its unit.
  func reading(_ feature: Int) -> String {
    let readings = example.timesteps[max(0, position.timestep)].readings
    guard readings.indices.contains(feature) else { return "" }
    return [readings[feature].text, readings[feature].unit].compactMap(\.self)
      .joined(separator: " ")
  }

  /// Everything measured at this timestep that is more than a yes or no of the word for it.
  var readings: String {
    let now = example.timesteps[max(0, position.timestep)]
    let measured = now.readings.indices.filter { now.readings[$0].unit != nil }
      .map { "\(featureName($0)) \(reading($0))" }
    return (measured + (now.word.map { [$0] } ?? [])).joined(separator: "  ")
  }

  /// What a full bar of a feature stands for.
  func featureScale(_ feature: Int) -> Bar.Scale {
    let observation = example.observation
    var most: Float = 0
    for timestep in 0..<observation.timesteps {
      let value = observation.values[timestep * observation.features + feature].magnitude
      if value.isFinite { most = max(most, value) }
    }
    return .symmetric(most > 0 ? most : 1)
  }

  /// What stands in the title, the fullest form that fits: the question outlasts the rest.
  func title(width: Int) -> String {
    let facts = example.facts
    let question = facts.question
    let split = facts.split.flatMap { $0 == .recorded ? nil : $0.rawValue }
    let asked = [facts.rule, question].compactMap(\.self).joined(separator: ": ")
    let forms: [[String?]] = [
      [facts.name, split, facts.span, asked],
      [facts.name, split, question ?? facts.span],
      [facts.name, question ?? facts.span],
      [facts.name],
    ]
    let titles = forms.map { parts in
      ([model.name] + parts.compactMap(\.self).filter { !$0.isEmpty }).joined(separator: " · ")
    }
    return titles.first { $0.count <= width } ?? titles[titles.count - 1]
  }
}
