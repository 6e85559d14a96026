import Engine
import ModelFiles
import Phrases
import Screen
import Wording

/// What enters: the symbols, or one feature over time, and the whole vector of this timestep.
extension NetworkScreen {
  /// The timestep of the observation that the first layer reads now; nil before it reads.
  private var inputTimestep: Int? { state.timeline.isAtStart ? nil : state.inputTimestep }

  /// The columns of the input, which stands in its own order, where the first layer may read it from
  /// its end.
  private var inputTime: TimeAxis { time.opened(at: inputTimestep) }

  mutating func drawInput(_ row: Int) {
    canvas.name(.x, row: row, timeline: timeline)
    canvas.click(row: row, .does(.select(.named(state.position.description.input.name))))
    let isChosen = state.position.layer == .input
    mark(isChosen, row)
    let style = Style(isChosen ? .accent : .title, bold: true)
    let end = canvas.write(plain: "x", column: 1, row: row, style: style)
    let feature = state.position.feature
    let name =
      isOverUnits
      ? NetworkPhrases.features
      : state.example.isSymbolic
        ? state.inputName : label(of: feature, room: layout.labelWidth - end - 2)
    if layout.showsNames {
      canvas.write(
        plain: name, column: end + 1, row: row, width: layout.labelWidth - end - 2)
    }
    if isOverUnits {
      drawFeatures(row)
    } else if state.example.isSymbolic {
      clicksGo(row)
      inputTime.input(reading(feature), row: row, on: &canvas)
      guard let inputTimestep else { return }
      inputTime.symbol(
        state.example.timesteps[inputTimestep],
        before: reading(feature).symbolBefore(at: inputTimestep),
        room: size.width - layout.valueColumn, row: row,
        on: &canvas)
    } else if state.readsTokens {
      drawTokens(row)
    } else {
      drawFeature(feature, row)
    }
  }

  /// Whole numbers, each under its timestep, as far as its columns hold it.
  private mutating func drawTokens(_ row: Int) {
    clicksGo(row)
    let observation = state.example.observation
    // Of many timesteps a column each is left, which holds no number.
    guard time.each > 1,
      observation.values.indices.allSatisfy({ state.tokenName(at: $0).count < time.each })
    else { return drawNarrowTokens(row) }
    for timestep in time.window.visible {
      guard let column = time.column(of: timestep) else { continue }
      let paper = timestep == inputTimestep ? Paper.cursor : .none
      let text = state.hasRead(timestep) ? state.tokenName(at: timestep) : "·"
      let isPadding = state.isPadding(observation.values[timestep])
      canvas.write(
        plain: padded(text, to: time.each - 1), column: column, row: row,
        style: Style(
          !state.hasRead(timestep) || isPadding ? .ghost : .text, on: paper,
          bold: paper == .cursor))
    }
    guard let inputTimestep else { return }
    drawToken(inputTimestep, row)
  }

  /// The numbers as bars, where words or digits have no room, and the word that is read now.
  private mutating func drawNarrowTokens(_ row: Int) {
    guard state.example.hasWords else {
      return drawFeature(0, row)
    }
    inputTime.input(reading(0), row: row, on: &canvas)
    if let inputTimestep { drawToken(inputTimestep, row) }
  }

  private mutating func drawToken(_ timestep: Int, _ row: Int) {
    canvas.write(
      plain: state.tokenName(at: timestep), column: layout.valueColumn + 1, row: row,
      width: max(0, size.width - layout.valueColumn - 1))
  }

  private func reading(_ feature: Int) -> TimeAxis.Reading {
    TimeAxis.Reading(
      example: state.example, feature: feature, scale: state.featureScale(feature),
      isRead: state.hasRead, before: state.moment.before?.example, original: state.moment.original)
  }

  /// A click goes to the timestep at which the column's one is read.
  private mutating func clicksGo(_ row: Int) {
    let isBackwards = state.plan.layers.indices.first.map { state.readsBackwards($0) } ?? false
    canvas.click(
      time.columns.rect(rows: row..<row + 1),
      isBackwards
        ? .goesBackwards(time.columns, last: state.timesteps - 1) : .goes(time.columns))
  }

  /// The whole vector of this timestep, a column a feature.
  private mutating func drawFeatures(_ row: Int) {
    let observation = state.example.observation
    let before = state.moment.before?.example.observation
    let count = min(observation.features, layout.axisColumns)
    let columns = Columns(start: layout.labelWidth, first: 0, count: count)
    if state.position.layer == .input, !state.example.isSymbolic {
      canvas.click(columns.rect(rows: row..<row + 1), .shows(columns))
    }
    let timestep = inputTimestep
    for feature in 0..<count {
      let paper: Paper =
        feature == state.position.feature && !state.example.isSymbolic ? .cursor : .none
      canvas[layout.labelWidth + feature, row] =
        timestep.map {
          Bar.cell(
            observation.values[$0 * observation.features + feature],
            before: before?.values[$0 * observation.features + feature],
            scale: state.featureScale(feature), paper: paper)
        } ?? Cell(.glyph("·"), Style(.ghost))
    }
    guard let timestep else { return }
    let symbol = state.example.isSymbolic ? state.example.timesteps[timestep].label : nil
    let column = layout.labelWidth + count + 2
    canvas.write(
      NetworkPhrases.features(observation.features, at: timestep, symbol: symbol), column: column,
      row: row, style: Style(.quiet), width: max(0, size.width - column - 1))
  }

  private mutating func drawFeature(_ feature: Int, _ row: Int) {
    clicksGo(row)
    let reading = reading(feature)
    inputTime.input(reading, row: row, on: &canvas)
    guard let inputTimestep else { return }
    drawValue(reading.value(at: inputTimestep), scale: reading.scale, signed: true, row)
    guard layout.sampleColumns > 0 else { return }
    // A number that was only read stands before it, shortened; what was measured is more than that.
    let isMeasured = !state.example.timesteps[inputTimestep].readings.isEmpty
    var text: Phrase = isMeasured ? Phrase(reading: state.reading(feature)) : ""
    if let note = noteBeside(feature) { text += note }
    canvas.write(
      text, column: layout.sampleColumn, row: row, width: size.width - layout.sampleColumn)
  }

  /// What is shown of the input below its first line: features, so that nothing stands among them, and
  /// behind them the rest.
  private var shownDetails: [InputDetail] {
    let count = layout.lines.count { if case .inputDetail = $0 { true } else { false } }
    let shown = state.inputDetails.prefix(count)
    return shown.filter(\.isFeature) + shown.filter { !$0.isFeature }
  }

  /// How many features have no row, behind the last one that has; nil where all have one.
  private func unshown(behind feature: Int) -> Int? {
    let shown = [.feature(state.position.feature)] + shownDetails.filter(\.isFeature)
    let count = state.example.observation.features - shown.count
    return count > 0 && shown.last == .feature(feature) && !state.readsTokens ? count : nil
  }

  /// How many features have no row, behind the reading of the last one that has, where there is room.
  private func noteBeside(_ feature: Int) -> Phrase? {
    guard let count = unshown(behind: feature), layout.sampleColumns > 0, inputTimestep != nil
    else { return nil }
    let reading = Phrase(reading: state.reading(feature)).count
    return Fitted.whole(
      NetworkPhrases.moreFeatures(count), width: size.width - layout.sampleColumn - reading)
  }

  /// The name of a feature; behind the last one that has a row, how many have none, where that has no
  /// better place. A name gives way to it only where nothing else says that there are more.
  private func label(of feature: Int, room: Int) -> String {
    let name = state.featureName(feature)
    guard let count = unshown(behind: feature), noteBeside(feature) == nil else { return name }
    let forms = NetworkPhrases.more(than: name, count)
    if let whole = Fitted.whole(forms, width: room) { return whole }
    let more = NetworkPhrases.more(than: "…", count).last ?? ""
    let cut = room - more.count
    return shownDetails.allSatisfy(\.isFeature) && cut > 3 ? String(name.prefix(cut)) + more : name
  }

  /// The lines below the first: the timestep as it was measured, the vector the network reads,
  /// then one feature a line.
  mutating func drawInputDetail(_ detail: Int, _ row: Int) {
    let detail = shownDetails[detail]
    let hasColumns = detail.isFeature
    canvas.name(.x, row: row, timeline: hasColumns ? timeline : nil)
    canvas.click(row: row, .does(.select(.named(state.position.description.input.name))))
    switch detail {
    case .readings:
      guard inputTimestep != nil else { return }
      canvas.write(
        Phrase(reading: state.readings), column: 1, row: row, width: size.width - 2)
    case .vector:
      guard let inputTimestep else { return }
      drawVector(inputTimestep, row)
    case .feature(let feature):
      if layout.showsNames {
        canvas.write(
          plain: label(of: feature, room: layout.labelWidth - 4), column: 3, row: row,
          style: Style(.quiet),
          width: layout.labelWidth - 4)
      }
      drawFeature(feature, row)
    }
  }

  /// Which symbol a vector is, and by what; nil where it is none, or its one number is the symbol itself.
  private func words(ofVectorAt timestep: Int) -> Phrase? {
    let vector = state.example.observation[timestep]
    guard state.example.isSymbolic, vector.count > 1 else { return nil }
    let label = state.example.timesteps[timestep].label
    let ones = vector.indices.filter { vector[$0] == 1 }
    if ones.count > 1 {
      return NetworkPhrases.features(
        ones.map { state.featureName($0 - vector.startIndex) }, as: label)
    }
    return ones.isEmpty ? nil : NetworkPhrases.oneHot(label)
  }

  private mutating func drawVector(_ timestep: Int, _ row: Int) {
    let numbers = state.example.observation[timestep].map { value in
      value == value.rounded() && value.magnitude < 1000
        ? Phrase(value, digits: 0) : Phrase(value, signed: true)
    }
    var text: Phrase = "x[\(timestep)] = (\(Phrase.joined(numbers, separator: ", ")))"
    if let words = words(ofVectorAt: timestep) { text += "  \(words)" }
    canvas.write(text, column: 1, row: row, style: Style(.quiet), width: size.width - 2)
  }
}
