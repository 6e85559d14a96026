import Engine
import Insight
import Phrases
import Screen

/// The rows of the two runs.
extension ContrastScreen {
  var timestep: Int? { state.position.timestep }
  var last: Int { state.timesteps - 1 }

  /// The hidden state of one of the sampled units over time, from the run of this side. Where the other
  /// run has another number there stands ≠ in its place.
  mutating func drawHidden(
    _ index: Int, _ side: Contrast.Side, _ panel: TimeAxis, line: Int, height: Int, _ row: Int
  ) {
    nameHidden(index, panel, line: line, row)
    let unit = sample[index]
    let layer = contrast.layer
    let scale = scale
    let read = panel.read
    let values = contrast[side].series(
      .hiddenState, layer: layer, unit: unit, timesteps: read)
    let others =
      contrast.difference.place == nil
      ? values
      : contrast[side == .off ? .on : .off].series(
        .hiddenState, layer: layer, unit: unit, timesteps: read)
    if line == height / 2 {
      let isChanged = state.isSupposed(layer: layer, unit: unit)
      // The star stands behind the letter: where the row begins both runs have their marks.
      panel.label(
        QuantityName.hiddenState.letter, ink: QuantityName.hiddenState.ink,
        SharedPhrases.ofUnit(unit), starColumn: isChanged ? 1 : nil, row: row,
        on: &canvas)
      let now = contrast[side].values(.hiddenState, layer: layer, at: timestep)?[unit]
      panel.values?.draw(now, scale: scale, signed: scale != .unit, row: row, on: &canvas)
    }
    panel.row(row, on: &canvas) { position, paper in
      guard read.contains(position) else {
        return TimeAxis.unread(paper, line: line, height: height)
      }
      let place = position - read.lowerBound
      return values[place].bitPattern == others[place].bitPattern
        ? Bar.cell(values[place], scale: scale, line: line, height: height, paper: paper)
        : Cell(.glyph("≠"), Style(.error, on: paper, bold: true))
    }
  }

  /// All sampled units are one part in each panel: the first line begins it.
  private mutating func nameHidden(_ index: Int, _ panel: TimeAxis, line: Int, _ row: Int) {
    let name = QuantityName.hiddenState.part(of: settings.name)
    if index == 0, line == 0 {
      canvas.name(name, panel.rect(row: row), timeline: panel.columns)
    } else {
      canvas.extend(name, panel.rect(row: row), timeline: panel.columns)
    }
  }

  /// The setting, the shape that leaves with it, and what that is.
  mutating func drawHead(_ side: Contrast.Side, _ panel: TimeAxis, _ row: Int) {
    let isInUse = settings.returnSequences == side.flag
    let tag = " return_sequences=\(side.word) "
    if isInUse { canvas[panel.left, row] = Cell(.glyph("▌"), Style(.accent)) }
    var column = canvas.write(
      plain: tag, column: panel.left + 1, row: row,
      style: Style(.text, on: isInUse ? .selection : .bar, bold: true))
    let planned = contrast.plan(side).layers[contrast.layer]
    let letters = settings.states.map(\.letter)
    let states = zip(letters, planned.stateShapes).map { letter, shape -> Phrase in
      ", \(letter) \(shape)"
    }
    let shape: Phrase = " → \(planned.outputShape)"
    let use = isInUse ? ContrastPhrases.inUse.count + 2 : 0
    column = canvas.write(
      Fitted.form(
        [
          shape + Phrase.joined(states, separator: ""),
          shape + Phrase(plain: letters.map { " \($0)" }.joined()), shape,
        ],
        width: panel.end - column - use - 1),
      column: column, row: row, style: Style(.text, bold: true))
    if isInUse {
      column = canvas.write(
        plain: "  " + ContrastPhrases.inUse, column: column, row: row, style: Style(.accent),
        width: panel.end - column)
    }
    let forms =
      side == .off
      ? ContrastPhrases.lastAlone(last) : ContrastPhrases.everyTimestep(to: last)
    canvas.write(
      Fitted.whole(forms, width: panel.end - column - 3) ?? "", column: column + 2, row: row,
      style: Style(.quiet))
  }

  /// What leaves at each timestep.
  mutating func drawLane(_ side: Contrast.Side, _ panel: TimeAxis, _ row: Int) {
    canvas.name(outputPart(of: settings.name), panel.rect(row: row), timeline: panel.columns)
    panel.label(SharedPhrases.leaves, narrow: "→", row: row, on: &canvas)
    drawLane(panel, row, ink: QuantityName.hiddenState.ink, isSequence: side.flag)
    let forms =
      side == .on
      ? ContrastPhrases.left(state.timeline.read.count, of: last + 1)
      : timestep == last ? ContrastPhrases.left(last) : ContrastPhrases.nothingLeft
    drawNote(forms, panel, row)
  }

  /// The last value of a state, or of all of them, which return_state lets out beside the output.
  mutating func drawState(
    _ quantity: QuantityName?, _ side: Contrast.Side, _ panel: TimeAxis, _ row: Int
  ) {
    let ink = (quantity ?? settings.remembered).ink
    if let quantity {
      panel.label(quantity.letter, ink: ink, ContrastPhrases.atTheEnd, row: row, on: &canvas)
    } else {
      panel.label(
        ContrastPhrases.atEnd(settings.stateLetters),
        narrow: settings.states.map { "\($0.letter)" }.joined(), row: row, on: &canvas)
    }
    drawLane(panel, row, ink: ink, isSequence: false)
    guard timestep == last, let states = contrast[side].state(contrast.layer) else {
      drawNote(ContrastPhrases.nothingLeft, panel, row)
      return
    }
    let unit = state.unit(of: contrast.layer)
    guard let quantity else {
      drawNote([Phrase(plain: "\(settings.states.count) × ") + "\(settings.units)"], panel, row)
      return
    }
    let scale = state.sampleScale(of: quantity, layer: contrast.layer)
    draw(states[quantity][unit], scale: scale, panel, row)
  }

  private mutating func draw(_ value: Float, scale: ValueScale, _ panel: TimeAxis, _ row: Int) {
    panel.values?.draw(value, scale: scale, signed: scale != .unit, row: row, on: &canvas)
  }

  private mutating func drawLane(
    _ panel: TimeAxis, _ row: Int, ink: Ink, isSequence: Bool
  ) {
    let last = last
    panel.lane(ink: ink, leaves: { isSequence || $0 == last }, row: row, on: &canvas)
  }

  /// The longest form that fits behind the axis.
  private mutating func drawNote(_ forms: [Phrase], _ panel: TimeAxis, _ row: Int) {
    guard let column = panel.values?.value else { return }
    canvas.write(
      Fitted.whole(forms, width: panel.end - column) ?? "", column: column, row: row,
      style: Style(.quiet))
  }
}
