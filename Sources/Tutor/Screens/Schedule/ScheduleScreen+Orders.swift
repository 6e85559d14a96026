import Engine
import Phrases
import Screen
import Vocabulary

/// How many numbers an order holds.
extension ScheduleScreen {
  /// How many numbers are held after each cell, all orders on one scale.
  mutating func drawChart(height: Int, _ first: Int) {
    let left = 11
    let most = max(1, ScheduleOrder.allCases.map { state.moment.schedule($0).peak }.max() ?? 1)
    let labels: [(Int, Phrase)] =
      [(0, SchedulePhrases.heldLabel)] + (height > 2 ? [(1, SchedulePhrases.range(to: most)[0])] : [])
      + [(height - 1, SchedulePhrases.byCell)]
    for (line, text) in labels {
      canvas.write(text, column: 1, row: first + line, style: Style(.quiet), width: left - 2)
    }
    HeldChart(progress: progress, most: most).draw(
      columns: left..<max(left, size.width - 2), rows: first..<first + height, on: &canvas)
  }
}
