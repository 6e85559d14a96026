import Engine
import Insight
import Phrases
import Screen

/// The cells of one recurrent layer in one order: when each was computed, which one is computed now,
/// which ones that has read, and those to come.
struct CellRow {
  let progress: ScheduleProgress
  /// The place among the schedule's layers.
  let layer: Int
  /// Whether lightness can tell when a cell was computed; a digit from 0 to 9 does where it cannot.
  let hasColours: Bool
  let height: Int

  /// The ink of a cell: first to last, as a share from 0 to 1.
  static func cell(when share: Float, hasColours: Bool, isTop: Bool = true) -> Cell {
    guard hasColours else {
      let digit = Unicode.Scalar(48 + UInt8(min(9, max(0, share * 10))))
      return Cell(.glyph(digit), Style(.gate(share)))
    }
    return Cell(.bar(eighths: isTop ? 7 : 8, hanging: false), Style(.gate(share)))
  }

  func draw(line: Int, row: Int, _ panel: TimeAxis, on canvas: inout Canvas) {
    let now = progress.now.first { $0.layer == layer }?.timestep
    let read = progress.rowsRead(of: layer)
    let done = progress.done[layer]
    let isMarked = line == markLine
    panel.boxes(row: row, on: &canvas) { timestep in
      if timestep == now {
        let style = Style(.accent, bold: true, reversed: true)
        return (Cell(.glyph(" "), style), isMarked ? Cell(.glyph("▸"), style) : nil)
      }
      // A dot on every line: the room that the cell will take is seen before it takes it.
      if timestep >= progress.schedule.lengths[layer] { return (.blank, nil) }
      if timestep >= done { return (.blank, TimeAxis.unread(.none)) }
      if read.contains(timestep) {
        return (Cell(.glyph(" "), Style(on: .selection)), isMarked ? letter(.hiddenState) : nil)
      }
      let share = progress.when(layer, timestep)
      return (Self.cell(when: share, hasColours: hasColours, isTop: line == 0), nil)
    }
    drawSteps(line: line, row: row, panel, on: &canvas)
    drawCarried(line: line, row: row, panel, on: &canvas)
  }

  /// In which step each cell was computed, where its box has room for the number.
  private func drawSteps(line: Int, row: Int, _ panel: TimeAxis, on canvas: inout Canvas) {
    guard hasColours, panel.boxColumns > 1, line == markLine, line > 0 || height == 1
    else { return }
    let done = panel.window.visible.clamped(to: 0..<progress.done[layer])
    let special = progress.rowsRead(of: layer) + progress.now.map(\.timestep)
    for timestep in done where !special.contains(timestep) {
      let text: Phrase = "\(progress.step(layer, timestep) + 1)"
      guard text.count <= panel.boxColumns, let column = panel.column(of: timestep)
      else { continue }
      let style = Style(.gate(progress.when(layer, timestep)), reversed: true)
      for offset in 0..<panel.boxColumns { canvas[column + offset, row] = Cell(.glyph(" "), style) }
      canvas.write(
        text, column: column + (panel.boxColumns - text.count) / 2, row: row, style: style)
    }
  }

  /// Beside h of the timestep before, or below it, the other states that the cell computed now has read.
  private func drawCarried(line: Int, row: Int, _ panel: TimeAxis, on canvas: inout Canvas) {
    guard let now = progress.now.first(where: { $0.layer == layer })?.timestep, now > 0,
      let column = panel.column(of: now - 1)
    else { return }
    let others = progress.states(of: layer).filter { $0 != .hiddenState }
    for (place, state) in others.enumerated() {
      if panel.boxMiddle + 1 + place < panel.boxColumns {
        guard line == markLine else { continue }
        canvas[column + panel.boxMiddle + 1 + place, row] = letter(state)
      } else if line == markLine + 1 + place {
        canvas[column + panel.boxMiddle, row] = letter(state)
      }
    }
  }

  private func letter(_ state: QuantityName) -> Cell {
    Cell(
      .glyph(state.letter.unicodeScalars.first ?? " "),
      Style(state.ink, on: .selection, bold: true))
  }

  private var markLine: Int { (height - 1) / 2 }
}
