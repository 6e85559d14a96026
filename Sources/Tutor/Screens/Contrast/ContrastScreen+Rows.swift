import Engine
import Insight
import Phrases
import Screen

/// The rows of the two runs.
extension ContrastScreen {
  var timestep: Int? { state.position.timestep }
  var last: Int { state.length(of: contrast.layer) - 1 }

  /// The hidden state of one of the sampled units over time. Where the two runs have different numbers
  /// there stands ≠ in its place.
  mutating func drawHidden(_ index: Int, line: Int, height: Int, _ row: Int) {
    nameHidden(index, line: line, row)
    guard sample.indices.contains(index) else { return }
    let unit = sample[index]
    let layer = contrast.layer
    let scale = scale
    let read = panel.read
    let values = contrast.off.series(.hiddenState, layer: layer, unit: unit, timesteps: read)
    let others =
      contrast.difference.place == nil
      ? values : contrast.on.series(.hiddenState, layer: layer, unit: unit, timesteps: read)
    if line == height / 2 {
      let isChanged = state.isSupposed(layer: layer, unit: unit)
      // The star stands behind the letter: where the row begins both runs have their marks.
      panel.label(
        QuantityName.hiddenState.letter, ink: QuantityName.hiddenState.ink,
        SharedPhrases.ofUnit(unit), starColumn: isChanged ? 1 : nil, row: row,
        on: &canvas)
      let now = contrast.off.values(.hiddenState, layer: layer, at: timestep)?[unit]
      panel.values?.draw(now, scale: scale, signed: scale != .unit, row: row, on: &canvas)
    }
    drawScale(scale, line: line, of: height / 2, height: height, row)
    // Its own flag changes no hidden state of a layer: the run before is that of either setting.
    let before = state.traceBefore?.series(
      .hiddenState, layer: layer, unit: unit, timesteps: read)
    panel.bars(
      values, before: before, of: read, scale: scale, line: line, height: height, row: row,
      on: &canvas)
    for timestep in read.prefix(values.count) {
      let place = timestep - read.lowerBound
      guard values[place].bitPattern != others[place].bitPattern,
        let column = panel.column(of: timestep)
      else { continue }
      canvas[column + panel.middle, row] = Cell(
        .glyph("≠"), Style(.error, on: panel.paper(of: timestep), bold: true))
    }
  }

  /// What a full bar stands for, below the label where there is no room for it behind the axis.
  mutating func drawScale(
    _ scale: ValueScale, line: Int, of label: Int, height: Int, _ row: Int
  ) {
    let place = label + 1 < height ? label + 1 : label - 1
    guard line == place, panel.showsWords, panel.values?.scale == nil else { return }
    canvas.write(
      Phrase(reading: scale.text), column: panel.left + 4, row: row, style: Style(.quiet))
  }

  /// All sampled units are one part: the first line begins it.
  private mutating func nameHidden(_ index: Int, line: Int, _ row: Int) {
    let name = QuantityName.hiddenState.part(of: settings.name)
    if index == 0, line == 0 {
      canvas.name(name, panel.rect(row: row), timeline: panel.columns)
    } else {
      canvas.extend(name, panel.rect(row: row), timeline: panel.columns)
    }
  }

  /// How far the two runs lie apart at each timestep, as a share of the most: a flat line where they do
  /// not.
  mutating func drawDifferences(line: Int, height: Int, _ row: Int) {
    if line == 0 {
      canvas.name(.word("difference"), row: row, timeline: panel.columns)
    } else {
      canvas.extend(.word("difference"), row: row, timeline: panel.columns)
    }
    let differences = contrast.differences
    let most = contrast.difference.largest
    let read = panel.read
    panel.row(row, on: &canvas) { timestep, paper in
      guard read.contains(timestep) else {
        return TimeAxis.unread(paper, line: line, height: height)
      }
      guard timestep < differences.count else { return Cell(.glyph(" "), Style(on: paper)) }
      let difference = differences[timestep]
      let share = difference == 0 ? 0 : difference.isFinite && most.isFinite ? difference / most : 1
      return Bar.cell(
        share, scale: .unit, ink: difference == 0 ? .good : .error, line: line, height: height,
        paper: paper)
    }
    guard line == height - 1 else { return }
    panel.label(
      ContrastPhrases.difference, narrow: ContrastPhrases.differenceSign, Style(.title), row: row,
      on: &canvas)
    guard let timestep, let values = panel.values else { return }
    let difference = differences[min(timestep, differences.count - 1)]
    let text = Phrase(reading: ContrastWords.written(difference))
    canvas.write(
      text, column: values.value + max(0, 6 - text.count), row: row,
      style: Style(difference == 0 ? .good : .error, bold: true),
      width: values.end - values.value)
  }

  /// The setting, the shape of the output with it, and what that is.
  mutating func drawHead(_ side: Contrast.Side, _ row: Int) {
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

  /// What the layer outputs at each timestep.
  mutating func drawLane(_ side: Contrast.Side, line: Int, height: Int, _ row: Int) {
    let address = outputPart(of: settings.name)
    if line == 0 {
      canvas.name(address, panel.rect(row: row), timeline: panel.columns)
    } else {
      canvas.extend(address, panel.rect(row: row), timeline: panel.columns)
    }
    drawBoxes(
      row, ink: QuantityName.hiddenState.ink, isSequence: side.flag, line: line, height: height)
    guard line == (height - 1) / 2 else { return }
    panel.label(
      ContrastPhrases.outputs, narrow: "→", Style(.title, bold: true), row: row, on: &canvas)
    let given = side == .on ? state.timeline.read.count : timestep == last ? 1 : 0
    // Both lanes in the form that has room for all of them.
    let room = panel.values.map { panel.end - $0.value } ?? 0
    let form = ContrastPhrases.given(last + 1, of: last + 1).firstIndex { $0.count <= room } ?? 0
    drawNote(
      [ContrastPhrases.given(given, of: last + 1)[form]], row, Style(.text, bold: true))
  }

  /// The last value of a state, or of all of them, which return_state hands out beside the output.
  mutating func drawState(
    _ quantity: QuantityName?, _ side: Contrast.Side, _ row: Int
  ) {
    let ink = (quantity ?? settings.remembered).ink
    if let quantity {
      panel.label(quantity.letter, ink: ink, ContrastPhrases.atTheEnd, row: row, on: &canvas)
    } else {
      panel.label(
        ContrastPhrases.atEnd(settings.stateLetters),
        narrow: settings.states.map { "\($0.letter)" }.joined(), row: row, on: &canvas)
    }
    drawBoxes(row, ink: ink, isSequence: false)
    guard timestep == last, let states = contrast[side].state(contrast.layer) else {
      drawNote(ContrastPhrases.nothingYet, row)
      return
    }
    let unit = state.unit(of: contrast.layer)
    guard let quantity else {
      drawNote([Phrase(plain: "\(settings.states.count) × ") + "\(settings.units)"], row)
      return
    }
    let scale = state.sampleScale(of: quantity, layer: contrast.layer)
    panel.values?.draw(
      states[quantity][unit], scale: scale, signed: scale != .unit, row: row, on: &canvas)
  }

  /// A box for each output: filled where there is one, empty where there will be, a line where there is
  /// none.
  private mutating func drawBoxes(
    _ row: Int, ink: Ink, isSequence: Bool, line: Int = 0, height: Int = 1
  ) {
    let (last, current) = (last, timestep ?? -1)
    let isMiddle = line == (height - 1) / 2
    // Where boxes have no room to stand apart a narrow block does.
    let block: Unicode.Scalar = height == 1 ? "■" : panel.each == 1 ? "▊" : line == 0 ? "▇" : "█"
    panel.row(row, on: &canvas) { timestep, paper in
      isSequence || timestep == last
        ? nil : Cell(.glyph(isMiddle ? "─" : " "), Style(.ghost, on: paper))
    }
    panel.boxes(row: row, on: &canvas) { [panel] timestep in
      guard isSequence || timestep == last else { return nil }
      let paper = panel.paper(of: timestep)
      let quiet = Style(.ghost, on: paper)
      guard timestep <= current else {
        return (Cell(.glyph(" "), quiet), isMiddle ? Cell(.glyph("□"), quiet) : nil)
      }
      let box = Cell(.glyph(block), Style(ink, on: paper, bold: timestep == current))
      return height == 1 ? (Cell(.glyph(" "), quiet), box) : (box, nil)
    }
  }

  /// The longest form that fits behind the axis.
  private mutating func drawNote(
    _ forms: [Phrase], _ row: Int, _ style: Style = Style(.quiet)
  ) {
    guard let column = panel.values?.value else { return }
    canvas.write(
      Fitted.whole(forms, width: panel.end - column) ?? "", column: column, row: row,
      style: style)
  }
}
