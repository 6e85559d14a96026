import Engine
import Phrases
import Screen
import Vocabulary
import Wording

/// The three orders side by side: what each costs, and whether they agree.
extension ScheduleScreen {
  mutating func drawCost(_ name: Command.ScheduleName, _ row: Int) {
    nameCost(row)
    let isShown = name == state.position.schedule
    let order = name.engine
    let style = Style(isShown ? .text : .quiet)
    if isShown { canvas[0, row] = Cell(.glyph("▌"), Style(.accent)) }
    canvas.write(plain: order.words, column: 1, row: row, style: style)
    canvas.write(
      Fitted.form(words.cost(order), width: size.width - 24), column: 23, row: row, style: style,
      width: size.width - 24)
  }

  /// The three orders again, with what each costs and whether they agree: the first row begins the part.
  private mutating func nameCost(_ row: Int) {
    let place = lines.indices.contains(row - 1) ? row - 1 : 0
    let isFirst = place == 0 || !lines[place - 1].isCost
    let orders = PartName.word("orders")
    if isFirst { canvas.name(orders, row: row) } else { canvas.extend(orders, row: row) }
  }

  mutating func drawAgreement(_ row: Int) {
    nameCost(row)
    let (forms, isEqual) = words.agreement
    let text = Fitted.form(forms, width: size.width - 2)
    let ink: Ink = isEqual.map { $0 ? .good : .error } ?? .quiet
    canvas.write(
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
    let range: (Int, Phrase) = (1, "0–\(grouped: most)")
    let labels: [(Int, Phrase)] =
      [(0, SchedulePhrases.heldLabel)] + (height > 2 ? [range] : [])
      + [(height - 1, SchedulePhrases.byCell)]
    for (line, text) in labels {
      canvas.write(text, column: 1, row: first + line, style: Style(.quiet), width: left - 2)
    }
    let share = (steps.count + room - 1) / room
    for (column, start) in stride(from: 0, to: steps.count, by: share).enumerated() {
      let end = min(start + share, steps.count, progress.cells)
      guard start < end else {
        canvas[left + column, first + height - 1] = Cell(.glyph("·"), Style(.ghost))
        continue
      }
      var held = 0
      for step in steps[start..<end] { held = max(held, step.held) }
      var eighths = max(1, (held * 8 * height + most / 2) / most)
      var row = first + height - 1
      while eighths > 0 {
        canvas[left + column, row] = Cell(
          .bar(eighths: min(8, eighths), hanging: false), Style(QuantityName.hiddenState.ink))
        eighths -= 8
        row -= 1
      }
    }
  }
}

extension ScheduleScreen.Line {
  /// Whether it says what an order costs, or whether all agree.
  fileprivate var isCost: Bool {
    switch self {
    case .cost, .agreement: true
    default: false
    }
  }
}
