/// A screen as a value: characters with their meanings, no colours and no terminal.
package struct Frame: Hashable, Sendable {
  package let size: Size
  private(set) var cells: [Cell]

  /// An empty frame; a negative side counts as 0.
  package init(size: Size) {
    self.size = Size(width: max(0, size.width), height: max(0, size.height))
    cells = Array(repeating: .blank, count: self.size.width * self.size.height)
  }

  /// The cell at a place. Outside the frame reading gives a blank and writing does nothing, so that
  /// no screen has to know how little room there is.
  package subscript(column: Int, row: Int) -> Cell {
    get { contains(column, row) ? cells[row * size.width + column] : .blank }
    set { if contains(column, row) { cells[row * size.width + column] = newValue } }
  }

  private func contains(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && column < size.width && row >= 0 && row < size.height
  }

  /// The cells of a row, from left to right.
  package func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * size.width..<(row + 1) * size.width]
  }

  /// Writes a text, cleaned to characters one column wide.
  ///
  /// - Parameter width: the most columns it may take; a longer text ends in `…`.
  /// - Returns: the column behind the text.
  @discardableResult
  package mutating func write(
    _ text: String, column: Int, row: Int, style: Style = Style(), width: Int? = nil
  ) -> Int {
    var scalars = Array(cleaned(text).unicodeScalars)
    if let width, scalars.count > max(0, width) {
      scalars = width > 0 ? scalars.prefix(width - 1) + ["…"] : []
    }
    var column = column
    for scalar in scalars {
      self[column, row] = Cell(content: .glyph(scalar), style: style)
      column += 1
    }
    return column
  }

  /// Empties a part of the frame and gives it a style.
  package mutating func fill(_ rect: Rect, style: Style) {
    for row in rect.row..<max(rect.row, rect.row + rect.height) {
      for column in rect.column..<max(rect.column, rect.column + rect.width) {
        self[column, row] = Cell(content: .glyph(" "), style: style)
      }
    }
  }
}
