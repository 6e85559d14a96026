import Engine
import Insight
import Phrases
import Screen

// What the open observation comes to in the network that is shown.
extension LearningScreen {
  private func name(of layer: Int) -> String { state.position.description.layers[layer].name }

  /// Another number that arrives at each timestep: a task asks nothing of which it could go without.
  mutating func drawFeature(_ feature: Int, _ row: Int) {
    canvas.extend(.x, row: row, timeline: time.columns)
    canvas.goes(time.columns, rows: row..<row + 1)
    time.label("  \(state.featureName(feature))", narrow: "x", row: row, on: &canvas)
    let reading = TimeAxis.Reading(
      example: state.example, feature: feature, scale: state.featureScale(feature),
      isRead: state.hasRead)
    time.opened(at: state.timeline.isAtStart ? nil : state.inputTimestep)
      .input(reading, row: row, on: &canvas)
    guard !state.timeline.isAtStart else { return }
    time.values?.draw(
      reading.value(at: state.inputTimestep), scale: reading.scale, signed: true, row: row,
      on: &canvas)
  }

  mutating func drawTruth(_ row: Int) {
    guard let truths = state.example.truths else { return }
    canvas.extend(.x, row: row, timeline: time.columns)
    canvas.goes(time.columns, rows: row..<row + 1)
    time.label(NetworkPhrases.truth, narrow: "=", row: row, on: &canvas)
    time.bars(
      time.read.map { truths[$0] ? 1 : 0 }, of: time.read, scale: .unit, ink: .quiet, row: row,
      on: &canvas)
  }

  /// The state that the layer remembers, of the unit that is shown.
  mutating func drawState(of layer: Int, height: Int, _ row: Int) {
    guard let settings = state.recurrent(layer) else { return }
    let quantity = settings.remembered
    let unit = state.unit(of: layer)
    let rows = row..<row + height
    canvas.name(quantity.part(of: name(of: layer)), rows: rows, timeline: time.columns)
    chooses(layer, rows)
    let scale = state.scale(of: quantity, layer: layer)
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
    let middle = row + height / 2
    time.label(
      quantity.letter, ink: quantity.ink,
      LearningPhrases.state(of: name(of: layer), unit: unit), row: middle, on: &canvas)
    time.values?.draw(
      state.trace.values(quantity, layer: layer, at: state.position.timestep)?[unit],
      scale: scale, signed: true, row: middle, on: &canvas)
  }

  /// How much the loss hangs on the layer's hidden states at each timestep that it has, over all its units,
  /// read or not: the way back begins at the end.
  mutating func drawGradient(of layer: Int, height: Int, _ row: Int) {
    guard let reach = state.reach(of: layer) else { return }
    let rows = row..<row + height
    canvas.name(.word("gradient"), rows: rows, timeline: time.columns)
    chooses(layer, rows)
    let known = time.known(of: reach.quantity).clamped(to: 0..<reach.sizes.count)
    for row in rows {
      time.bars(
        Array(reach.sizes[known]), of: known, scale: reach.scale, ink: reach.quantity.ink,
        line: row - rows.lowerBound, height: height, row: row, on: &canvas)
    }
    let middle = row + height / 2
    time.label(
      GradientPhrases.sizes(of: QuantityName.hiddenState.letter, isLoss: true), narrow: "∂",
      Style(reach.quantity.ink), row: middle, on: &canvas)
    let now = reach.sizes[min(state.timestep, reach.sizes.count - 1)]
    time.values?.draw(
      now, scale: reach.scale, signed: false, text: Phrase(gradient: now, signed: false),
      row: middle, on: &canvas)
  }

  mutating func drawAnswer(height: Int, _ row: Int) {
    guard let answers = state.moment.answers else { return }
    let last = state.position.description.layers.count - 1
    let units = state.units(of: last)
    let unit = state.unit(of: last)
    let rows = row..<row + height
    canvas.name(.word("answer"), rows: rows, timeline: time.columns)
    canvas.goes(time.columns, rows: rows)
    let scale = state.outputScale
    func shown(_ answers: Tensor) -> [Float] {
      time.read.clamped(to: 0..<answers.shape[0]).map { answers.values[$0 * units + unit] }
    }
    let before = state.moment.before?.answers.map(shown)
    for row in rows {
      time.bars(
        shown(answers), before: before, of: time.read, scale: scale, ink: .accent,
        line: row - rows.lowerBound, height: height, row: row, on: &canvas)
    }
    let middle = row + height / 2
    let forms = NetworkPhrases.answer(NetworkPhrases.answerSoFar, of: Answer(state).shownName)
    time.label(
      Fitted.form(forms, width: time.labelWidth - 2), narrow: "y", Style(.title, bold: true),
      row: middle, on: &canvas)
    let now = state.position.timestep.map {
      answers.values[min($0, answers.shape[0] - 1) * units + unit]
    }
    time.values?.draw(now, scale: scale, signed: scale != .unit, row: middle, on: &canvas)
  }

  private mutating func chooses(_ layer: Int, _ rows: Range<Int>) {
    for row in rows {
      canvas.click(row: row, .does(.select(.named(name(of: layer)))))
      canvas.goes(time.columns, rows: row..<row + 1)
      if state.position.layer == .layer(layer) {
        canvas[0, row] = Cell(.glyph("▌"), Style(.accent))
      }
    }
  }
}
