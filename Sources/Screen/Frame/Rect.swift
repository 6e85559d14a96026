/// A rectangle of cells; columns and rows count from 0 at the top left.
package struct Rect: Hashable, Sendable {
  package var column: Int
  package var row: Int
  package var size: Size

  /// A rectangle by its top left cell and its extent in cells.
  package init(column: Int, row: Int, width: Int, height: Int) {
    self.column = column
    self.row = row
    self.size = Size(width: width, height: height)
  }

  package var width: Int { size.width }
  package var height: Int { size.height }
  package var columns: Range<Int> { column..<(column + size.width) }
  package var rows: Range<Int> { row..<(row + size.height) }
  package var isEmpty: Bool { size.width == 0 || size.height == 0 }

  /// The cells that both rectangles hold; empty when they do not meet.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    let right = min(columns.upperBound, other.columns.upperBound)
    let bottom = min(rows.upperBound, other.rows.upperBound)
    return Rect(column: left, row: top, width: right - left, height: bottom - top)
  }

  package func contains(column: Int, row: Int) -> Bool {
    columns.contains(column) && rows.contains(row)
  }
}
