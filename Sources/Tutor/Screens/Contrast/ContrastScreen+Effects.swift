import Engine
import Insight
import Phrases
import Screen

/// What the two runs do to the rest of the network, and how far they lie apart.
extension ContrastScreen {
  /// What it does to the layers behind.
  mutating func drawNext(_ index: Int, _ side: Contrast.Side, _ row: Int) {
    guard let lines = next[side], lines.indices.contains(index) else { return }
    let consequences = words.consequences[side]
    let isFailure = consequences?.isFailure ?? false
    if index == 0, let consequences, Self.hasLabel(consequences, panel) {
      panel.label(
        consequences.subject, narrow: "", Style(isFailure ? .error : .quiet, bold: isFailure),
        row: row, on: &canvas)
    }
    canvas.write(
      Phrase(reading: lines[index]), column: panel.start, row: row,
      style: Style(isFailure ? .error : .text),
      width: panel.textWidth)
  }

  /// What the network outputs: one answer at the end, or one at every timestep.
  mutating func drawOutput(_ side: Contrast.Side, line: Int, height: Int, _ row: Int) {
    let plan = contrast.plan(side)
    let name = state.position.description.layers.last?.name ?? ""
    let timeline = plan.failure == nil ? panel.columns : nil
    let isLabelled = line == (height - 1) / 2
    if line == 0 {
      canvas.name(outputPart(of: name), panel.rect(row: row), timeline: timeline)
    } else {
      canvas.extend(outputPart(of: name), panel.rect(row: row), timeline: timeline)
    }
    if isLabelled {
      panel.label(name, narrow: "y", Style(.title, bold: true), row: row, on: &canvas)
    }
    let end = plan.layers.count - 1
    guard plan.failure == nil, let planned = plan.layers.last,
      let output = contrast[side].output(end)
    else {
      canvas.write(
        plain: isLabelled ? SharedPhrases.noneBuilt : "", column: panel.start, row: row,
        style: Style(.error), width: panel.textWidth)
      return
    }
    let units = planned.units
    let unit = state.unit(of: end)
    let isSequence = output.shape.count == 2
    let scale = words.scale(output)
    let (times, last) = (state.timeline, last)
    func number(_ position: Int, in output: Tensor) -> Float? {
      guard times.hasRead(position), isSequence || position == last else { return nil }
      let row = isSequence ? min(position, output.shape[0] - 1) : 0
      return output.values[row * units + unit]
    }
    // What was before is known of the setting in use.
    let before = settings.returnSequences == side.flag ? state.traceBefore?.output(end) : nil
    panel.row(row, on: &canvas) { position, paper in
      if let value = number(position, in: output) {
        return Bar.cell(
          value, before: before.flatMap { number(position, in: $0) }, scale: scale, line: line,
          height: height, paper: paper)
      }
      if isSequence { return TimeAxis.unread(paper, line: line, height: height) }
      let sign: Unicode.Scalar = !isLabelled ? " " : position == last ? "□" : "─"
      return Cell(.glyph(sign), Style(.ghost, on: paper))
    }
    drawScale(scale, line: line, of: (height - 1) / 2, height: height, row)
    guard isLabelled else { return }
    let now = times.current.flatMap { number($0, in: output) }
    let old = times.current.flatMap { open in before.flatMap { number(open, in: $0) } }
    panel.values?.draw(now, scale: scale, signed: scale != .unit, row: row, on: &canvas)
    guard let now, units > 1 || state.model.output != nil else { return }
    let room = panel.end - panel.noteColumn - 1
    let forms =
      units == 1
      ? Answer(state).forms([now], before: old.map { [$0] }) : [SharedPhrases.unit(unit, of: units)]
    canvas.write(
      Fitted.whole(forms, width: room) ?? "", column: panel.noteColumn, row: row,
      style: Style(.quiet))
  }

  /// The largest difference, in a sentence.
  mutating func drawFigure(_ row: Int) {
    canvas.extend(.word("difference"), row: row)
    let room = size.width - 2
    let isEqual = contrast.difference.place == nil
    let forms = words.difference
    let form = forms.first { $0.count <= room } ?? forms[forms.count - 1]
    canvas[1, row] = Cell(.glyph("h"), Style(QuantityName.hiddenState.ink, bold: true))
    let style = Style(isEqual ? .text : .error)
    var column = canvas.write(form.before, column: 2, row: row, style: style, width: room - 1)
    // The figure is what the screen is about.
    column = canvas.write(
      form.figure, column: column, row: row,
      style: Style(isEqual ? .good : .error, bold: true), width: size.width - 1 - column)
    canvas.write(
      form.behind, column: column, row: row, style: style, width: size.width - 1 - column)
  }

  mutating func drawParameters(_ row: Int) {
    canvas.name(.word("parameters"), row: row)
    let room = size.width - 2
    canvas.write(
      Fitted.form(words.parameters, width: room), column: 1, row: row, width: room)
  }
}
