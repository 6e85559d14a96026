/// Positions that stand side by side, each as many columns wide as all others: which position a
/// column is of, and where a position stands.
package struct Columns: Hashable, Sendable {
  /// The column, on the canvas, of the first position that is shown.
  package let start: Int
  /// That position.
  package let first: Int
  /// How many are shown.
  package let count: Int
  /// How many columns each has.
  package let each: Int

  package init(start: Int, first: Int, count: Int, each: Int = 1) {
    self.start = start
    self.first = first
    self.count = max(0, count)
    self.each = max(1, each)
  }

  /// All of their columns.
  package var all: Range<Int> { start..<start + count * each }

  /// The first column of a position; nil where it is not shown.
  package func column(of position: Int) -> Int? {
    guard position >= first, position - first < count else { return nil }
    return start + (position - first) * each
  }

  /// The position of a column; nil beside them.
  package func position(at column: Int) -> Int? {
    all.contains(column) ? first + (column - start) / each : nil
  }

  /// The same positions so many columns further right.
  func moved(by distance: Int) -> Columns {
    Columns(start: start + distance, first: first, count: count, each: each)
  }
}
