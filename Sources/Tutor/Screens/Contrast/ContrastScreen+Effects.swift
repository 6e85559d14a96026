import Engine
import Screen

/// What the two runs do to the rest of the network, and how far they lie apart.
extension ContrastScreen {
  /// What it does to the layers behind.
  mutating func drawNext(
    _ index: Int, _ side: Contrast.Side, _ panel: TimePanel, _ row: Int
  ) {
    guard let lines = next[side], lines.indices.contains(index) else { return }
    let consequences = words.consequences[side]
    let isFailure = consequences?.isFailure ?? false
    if index == 0, let consequences {
      panel.label(
        consequences.subject, narrow: "", Style(isFailure ? .error : .quiet, bold: isFailure),
        row: row, on: &frame)
    }
    frame.write(
      lines[index], column: panel.start, row: row, style: Style(isFailure ? .error : .text),
      width: panel.textWidth)
  }

  /// What leaves the network: one answer at the end, or one at every timestep.
  mutating func drawOutput(_ side: Contrast.Side, _ panel: TimePanel, _ row: Int) {
    let plan = contrast.plan(side)
    let name = state.position.description.layers.last?.name ?? ""
    panel.label(name, narrow: "y", Style(.title, bold: true), row: row, on: &frame)
    let end = plan.layers.count - 1
    guard plan.failure == nil, let planned = plan.layers.last,
      let output = contrast[side].output(end)
    else {
      frame.write(
        "none: the network cannot be built", column: panel.start, row: row, style: Style(.error),
        width: panel.textWidth)
      return
    }
    let units = planned.layer.units
    let unit = state.unit(of: end)
    let isSequence = output.shape.count == 2
    let scale = words.scale(output)
    func value(_ position: Int) -> Float? {
      guard position >= 0, position <= timestep, isSequence || position == last else { return nil }
      return output.values[(isSequence ? position * units : 0) + unit]
    }
    for position in panel.axis.visible {
      guard let column = panel.column(of: position) else { continue }
      let paper: Paper = position == timestep ? .cursor : .none
      if let value = value(position) {
        frame[column, row] = Bar.cell(value, scale: scale, paper: paper)
      } else if isSequence {
        frame[column, row] = panel.unread(at: position, of: timestep)
      } else {
        frame[column, row] = Cell(
          .glyph(position == last ? "□" : "─"), Style(.ghost, on: paper))
      }
    }
    let now = value(timestep)
    panel.value(now, scale: scale, row: row, on: &frame)
    guard let now, units > 1 || state.model.output != nil else { return }
    let room = panel.end - panel.noteColumn - 1
    let forms = units == 1 ? Answer(state).forms([now]) : ["unit \(unit) of \(units)"]
    frame.write(
      forms.first { $0.count <= room } ?? "", column: panel.noteColumn, row: row,
      style: Style(.quiet))
  }

  mutating func drawDifference(_ row: Int) {
    let forms = words.difference
    let room = size.width - 2
    let text = forms.first { $0.count <= room } ?? forms[forms.count - 1]
    let isEqual = contrast.difference.place == nil
    frame[1, row] = Cell(.glyph("h"), Style(LSTMQuantity.hiddenState.ink, bold: true))
    frame.write(
      String(text.dropFirst()), column: 2, row: row, style: Style(isEqual ? .text : .error),
      width: room - 1)
    // The figure is what the screen is about.
    guard let range = text.range(of: words.figure) else { return }
    frame.write(
      words.figure, column: 1 + text.distance(from: text.startIndex, to: range.lowerBound),
      row: row, style: Style(isEqual ? .good : .error, bold: true), width: room)
  }

  mutating func drawParameters(_ row: Int) {
    let forms = words.parameters
    let room = size.width - 2
    frame.write(
      forms.first { $0.count <= room } ?? forms[forms.count - 1], column: 1, row: row,
      style: Style(.text), width: room)
  }
}
