import Engine
import Phrases
import Screen
import Vocabulary

/// How many numbers an order holds.
extension ScheduleScreen {
  /// How many numbers are held after each cell, all orders on one scale.
  mutating func drawChart(height: Int, _ first: Int) {
    let most = max(1, Self.peak(of: state))
    let labels: [(Int, [Phrase])] = [
      (0, SchedulePhrases.range(to: most)),
      (height - 1, SchedulePhrases.held(hasCells: true)),
    ]
    for (line, forms) in labels {
      let room = panel.labelWidth - 2
      canvas.write(
        Fitted.form(forms, width: room), column: 1, row: first + line, style: Style(.quiet),
        width: room)
    }
    HeldChart(progress: progress, most: most)
      .draw(columns: panel.columns.all, rows: first..<first + height, on: &canvas)
  }
}
