import Engine
import Screen

/// The rows of the two runs.
extension ContrastScreen {
  var timestep: Int { state.position.timestep }
  var last: Int { state.timesteps - 1 }

  /// The hidden state of one unit over time, from the run of this side. Where the other run has
  /// another number there stands ≠ in its place.
  mutating func drawHidden(
    _ unit: Int, _ side: Contrast.Side, _ panel: TimePanel, line: Int, height: Int, _ row: Int
  ) {
    let layer = contrast.layer
    let read = panel.axis.visible.clamped(to: 0..<timestep + 1)
    let values = contrast[side].series(
      .hiddenState, layer: layer, unit: unit, timesteps: read)
    let others =
      contrast.difference.place == nil
      ? values
      : contrast[side == .off ? .on : .off].series(
        .hiddenState, layer: layer, unit: unit, timesteps: read)
    let isMiddle = line == height / 2
    if isMiddle {
      panel.label(
        .hiddenState, ["of unit \(unit)", "unit \(unit)"],
        isChanged: state.isChanged(unit: unit, of: layer), row: row, on: &frame)
      let now = contrast[side].values(.hiddenState, layer: layer, timestep: timestep)[unit]
      panel.value(now, scale: scale, row: row, on: &frame)
    }
    for position in panel.axis.visible {
      guard let column = panel.column(of: position) else { continue }
      let paper: Paper = position == timestep ? .cursor : .none
      guard read.contains(position) else {
        frame[column, row] =
          isMiddle
          ? panel.unread(at: position, of: timestep) : Cell(.glyph(" "), Style(on: paper))
        continue
      }
      let place = position - read.lowerBound
      frame[column, row] =
        values[place].bitPattern == others[place].bitPattern
        ? Bar.cell(values[place], scale: scale, line: line, height: height, paper: paper)
        : Cell(.glyph("≠"), Style(.error, on: paper, bold: true))
    }
  }

  /// The setting, the shape that leaves with it, and what that is.
  mutating func drawHead(_ side: Contrast.Side, _ panel: TimePanel, _ row: Int) {
    let isInUse = settings.returnSequences == side.flag
    let tag = " return_sequences=\(side.word) "
    if isInUse { frame[panel.left, row] = Cell(.glyph("▌"), Style(.accent)) }
    var column = frame.write(
      tag, column: panel.left + 1, row: row,
      style: Style(.text, on: isInUse ? .selection : .bar, bold: true))
    let planned = contrast.plan(side).layers[contrast.layer]
    let states = zip(["h", "c"], planned.stateShapes).map { ", \($0) \($1.perObservation)" }
    let shape = " → \(planned.outputShape.perObservation)"
    let use = isInUse ? 8 : 0
    column = frame.write(
      fitting(
        [shape + states.joined(), shape + " h c", shape], width: panel.end - column - use - 1),
      column: column, row: row, style: Style(.text, bold: true))
    if isInUse {
      column = frame.write(
        "  in use", column: column, row: row, style: Style(.accent), width: panel.end - column)
    }
    let count = state.timesteps
    let forms =
      side == .off
      ? ["one vector: h of the last timestep", "h[\(last)] alone"]
      : [
        "\(count) vector\(count == 1 ? "" : "s"): h of every timestep",
        last == 0 ? "h[0]" : "h[0] to h[\(last)]",
      ]
    let room = panel.end - column - 3
    frame.write(
      forms.first { $0.count <= room } ?? "", column: column + 2, row: row, style: Style(.quiet))
  }

  /// What leaves at each timestep.
  mutating func drawLane(_ side: Contrast.Side, _ panel: TimePanel, _ row: Int) {
    panel.label("leaves", narrow: "→", row: row, on: &frame)
    drawLane(panel, row, ink: LSTMQuantity.hiddenState.ink, isSequence: side.flag)
    let read = timestep + 1
    let forms =
      side == .on
      ? ["\(read) of \(last + 1)", "\(read)/\(last + 1)"]
      : timestep == last ? ["h[\(last)]"] : ["nothing yet", "none"]
    drawNote(forms, panel, row)
  }

  /// The last h or c, or both, which return_state lets out beside the output.
  mutating func drawState(
    _ quantity: LSTMQuantity?, _ side: Contrast.Side, _ panel: TimePanel, _ row: Int
  ) {
    let ink = (quantity ?? .cellState).ink
    if let quantity {
      panel.label(quantity, ["at the end"], row: row, on: &frame)
    } else {
      panel.label("h and c, at end", narrow: "hc", row: row, on: &frame)
    }
    drawLane(panel, row, ink: ink, isSequence: false)
    guard timestep == last, let states = contrast[side].state(contrast.layer) else {
      drawNote(["nothing yet", "none"], panel, row)
      return
    }
    let unit = state.unit(of: contrast.layer)
    switch quantity {
    case .hiddenState?:
      panel.value(
        states.h[unit], scale: scale, row: row, on: &frame)
    case .cellState?:
      panel.value(
        states.c[unit], scale: state.sampleScale(of: .cellState, layer: contrast.layer),
        row: row, on: &frame)
    default: drawNote(["2 × \(settings.units)"], panel, row)
    }
  }

  private mutating func drawLane(
    _ panel: TimePanel, _ row: Int, ink: Ink, isSequence: Bool
  ) {
    for position in panel.axis.visible {
      guard let column = panel.column(of: position) else { continue }
      let paper: Paper = position == timestep ? .cursor : .none
      let leaves = isSequence || position == last
      let isOut = position <= timestep && leaves
      let glyph: Unicode.Scalar = !leaves ? "─" : isOut ? "■" : "□"
      frame[column, row] = Cell(
        .glyph(glyph),
        Style(isOut ? ink : .ghost, on: paper, bold: position == timestep))
    }
  }

  /// The longest form that fits behind the axis.
  private mutating func drawNote(_ forms: [String], _ panel: TimePanel, _ row: Int) {
    let room = panel.end - panel.valueColumn
    frame.write(
      forms.first { $0.count <= room } ?? "", column: panel.valueColumn, row: row,
      style: Style(.quiet))
  }
}
