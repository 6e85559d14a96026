import Insight
import Phrases
import Screen

/// The axis of a chart over cells: how many have been computed, over the columns of `HeldChart`, with a
/// mark over the cell that is computed now. It keeps apart two axes that stand one below the other on
/// the same columns: timesteps and cells.
struct CellRuler {
  let progress: ScheduleProgress

  /// Draws a label before the columns, and the numbers; those may reach up to `end`.
  func draw(
    _ label: String, labelWidth: Int, columns: Range<Int>, end: Int, row: Int,
    on canvas: inout Canvas
  ) {
    let quiet = Style(.quiet)
    canvas.write(
      plain: label, column: columns.lowerBound - labelWidth + 1, row: row, style: quiet,
      width: labelWidth - 2)
    let count = progress.schedule.steps.count
    guard count > 0, !columns.isEmpty else { return }
    // The column of the cell with which so many are computed.
    func column(_ cells: Int) -> Int {
      let place = cells - 1
      return columns.lowerBound
        + (columns.count < count
          ? place * columns.count / count : (place * columns.count + count - 1) / count)
    }
    let mark = progress.cells > 0 ? column(progress.cells) : nil
    let digits = "\(count)".count
    let step = Self.steps.first { $0 * columns.count / count > digits + 1 } ?? count
    for cells in stride(from: step, through: count, by: step) {
      let text: Phrase = "\(cells)"
      let place = column(cells)..<column(cells) + text.count
      if mark.map(place.contains) == true || place.upperBound > end { continue }
      canvas.write(text, column: place.lowerBound, row: row, style: quiet)
    }
    if let mark {
      canvas.write(plain: "▼", column: mark, row: row, style: Style(.accent, bold: true))
    }
  }

  private static let steps = [1, 5, 10, 20, 50, 100, 200, 500, 1000, 5000, 10_000, 100_000]
}
