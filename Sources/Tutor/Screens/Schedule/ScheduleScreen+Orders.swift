import Engine
import Screen
import Vocabulary
import Wording

/// The three orders side by side: what each costs, and whether they agree.
extension ScheduleScreen {
  mutating func drawCost(_ name: Command.ScheduleName, _ row: Int) {
    let isShown = name == state.position.schedule
    let order = name.engine
    let style = Style(isShown ? .text : .quiet)
    if isShown { frame[0, row] = Cell(.glyph("▌"), Style(.accent)) }
    frame.write(order.words, column: 1, row: row, style: style)
    frame.write(
      fitting(words.cost(order), width: size.width - 24), column: 23, row: row, style: style,
      width: size.width - 24)
  }

  mutating func drawAgreement(_ row: Int) {
    let (forms, isEqual) = words.agreement
    let text = fitting(forms, width: size.width - 2)
    let ink: Ink = isEqual.map { $0 ? .good : .error } ?? .quiet
    frame.write(
      text, column: 1, row: row, style: Style(ink, bold: isEqual != nil), width: size.width - 2)
  }

  /// How many numbers are held after each cell, all orders on one scale; where there are more cells
  /// than columns, a column is the most of several.
  mutating func drawChart(height: Int, _ first: Int) {
    let steps = progress.schedule.steps
    let left = 11
    let room = size.width - left - 2
    let most = max(1, ScheduleOrder.allCases.map { state.moment.schedule($0).peak }.max() ?? 1)
    guard !steps.isEmpty, room > 0 else { return }
    let range = (1, "0–\(grouped(most))")
    for (line, text) in [(0, "held")] + (height > 2 ? [range] : []) + [(height - 1, "by cell")] {
      frame.write(text, column: 1, row: first + line, style: Style(.quiet), width: left - 2)
    }
    let share = (steps.count + room - 1) / room
    for (column, start) in stride(from: 0, to: steps.count, by: share).enumerated() {
      let end = min(start + share, steps.count, progress.cells)
      guard start < end else {
        frame[left + column, first + height - 1] = Cell(.glyph("·"), Style(.ghost))
        continue
      }
      var held = 0
      for step in steps[start..<end] { held = max(held, step.held) }
      var eighths = max(1, (held * 8 * height + most / 2) / most)
      var row = first + height - 1
      while eighths > 0 {
        frame[left + column, row] = Cell(
          .bar(eighths: min(8, eighths), hanging: false), Style(LSTMQuantity.hiddenState.ink))
        eighths -= 8
        row -= 1
      }
    }
  }
}
