import Insight
import Phrases
import Screen

/// How many numbers are held after each cell of an order, from the first cell to the last; where there
/// are more cells than columns, a column is the most of several. Dots where cells are still to come, over
/// the whole height.
struct HeldChart {
  let progress: ScheduleProgress
  /// What a full bar stands for.
  let most: Int

  func draw(columns: Range<Int>, rows: Range<Int>, on canvas: inout Canvas) {
    let steps = progress.schedule.steps
    let (width, height) = (columns.count, rows.count)
    guard !steps.isEmpty, width > 0, height > 0 else { return }
    for place in 0..<width {
      let column = columns.lowerBound + place
      let first = place * steps.count / width
      let end = max(first + 1, (place + 1) * steps.count / width)
      guard first < progress.cells else {
        for row in rows { canvas[column, row] = TimeAxis.unread(.none) }
        continue
      }
      var held = 0
      for step in steps[first..<min(end, progress.cells)] { held = max(held, step.held) }
      let isNow = first..<end ~= progress.cells - 1
      var eighths = max(1, (held * 8 * height + most / 2) / max(1, most))
      var row = rows.upperBound - 1
      while eighths > 0, row >= rows.lowerBound {
        canvas[column, row] = Cell(
          .bar(eighths: min(8, eighths), hanging: false), Style(isNow ? .accent : .quiet))
        eighths -= 8
        row -= 1
      }
    }
  }
}
