import Wording

/// A screen as a value: characters and meanings, never colour numbers.
///
///     var frame = Frame(Size(width: 80, height: 24))
///     frame.write("Unroll", column: 1, row: 0, style: Style(.title, on: .bar))
///     frame[10, 3] = Cell(.bar(eighths: 5, hanging: false), Style(.gate(0.6)))
///
/// It refuses nothing: reading outside gives a blank, writing outside is ignored, and every text
/// is cleaned (`Cleaning`).
package struct Frame: Hashable, Sendable {
  package let size: Size
  /// Row by row, from the top left.
  package private(set) var cells: [Cell]
  /// How many characters of a text were written over others, or beyond the right edge: 0 in a frame
  /// in which everything has its place. Filling a rectangle makes room on purpose.
  package private(set) var faults = 0
  /// The text of the first of them, and its place.
  package private(set) var firstFault: String?

  /// A frame of blanks.
  package init(_ size: Size) {
    self.size = size
    cells = [Cell](repeating: .blank, count: size.width * size.height)
  }

  package var width: Int { size.width }
  package var height: Int { size.height }
  /// All of its cells.
  var bounds: Rect { Rect(column: 0, row: 0, width: width, height: height) }

  package subscript(column: Int, row: Int) -> Cell {
    get { isInside(column, row) ? cells[row * size.width + column] : .blank }
    set { if isInside(column, row) { cells[row * size.width + column] = newValue } }
  }

  /// Writes a text on one row and returns the column after it; what does not fit `width` cells is
  /// cut and ends with "…", what lies outside the frame is left out.
  @discardableResult
  package mutating func write(
    _ text: String, column: Int, row: Int, style: Style = Style(), width: Int? = nil
  ) -> Int {
    let isPlain = Cleaning.isPlain(text)
    let count = isPlain ? text.utf8.count : Cleaning.width(of: text)
    let room = max(0, width ?? count)
    let end = column + min(count, room)
    guard row >= 0, row < size.height, end > 0, column < size.width else { return end }
    let before = faults
    defer {
      if before == 0, faults > 0 { firstFault = "'\(text)' at column \(column), row \(row)" }
    }
    if end > size.width { faults += end - max(column, size.width) }
    let styleBits = Cell.bits(of: style)
    let last = count > room ? end - 1 : nil
    if isPlain {
      // Most of what is written: its bytes are its cells.
      var next = max(0, column)
      for byte in text.utf8.dropFirst(next - column).prefix(min(end, size.width) - next) {
        put(Unicode.Scalar(byte), next, row, isCut: next == last, styleBits)
        next += 1
      }
      return end
    }
    var next = column
    for scalar in text.unicodeScalars {
      guard next < end, next < size.width else { break }
      guard let shown = Cleaning.shown(scalar) else { continue }
      if next >= 0 { put(shown, next, row, isCut: next == last, styleBits) }
      next += 1
    }
    return end
  }

  private mutating func put(
    _ scalar: Unicode.Scalar, _ column: Int, _ row: Int, isCut: Bool, _ styleBits: UInt64
  ) {
    let place = row * size.width + column
    let there = cells[place]
    if there.isTaken, scalar != " ", there.scalarValue != scalar.value { faults += 1 }
    cells[place] = Cell(isCut ? "…" : scalar, styleBits: styleBits)
  }

  /// Fills a rectangle with one cell.
  package mutating func fill(_ rect: Rect, _ cell: Cell) {
    let part = rect.intersection(bounds)
    guard !part.isEmpty else { return }
    let run = repeatElement(cell, count: part.width)
    for row in part.rows {
      let first = row * size.width + part.column
      cells.replaceSubrange(first..<(first + part.width), with: run)
    }
  }

  /// Fills a rectangle with blanks of one style.
  package mutating func fill(_ rect: Rect, style: Style) {
    fill(rect, Cell(.glyph(" "), style))
  }

  /// Takes over the first cells of another frame's row; they begin at a place of this one.
  package mutating func copy(
    row: Int, of other: Frame, width: Int, to place: (column: Int, row: Int)
  ) {
    let count = min(width, other.width, size.width - place.column)
    guard count > 0, place.column >= 0, row >= 0, row < other.height, place.row >= 0,
      place.row < size.height
    else { return }
    let source = row * other.width
    let target = place.row * size.width + place.column
    cells.replaceSubrange(target..<target + count, with: other.cells[source..<source + count])
  }

  private func isInside(_ column: Int, _ row: Int) -> Bool {
    column >= 0 && column < size.width && row >= 0 && row < size.height
  }
}
