import Phrases
import Screen
import Vocabulary

/// What a screen draws into: cells, and beside them what each place of them is.
///
///     canvas.write("\(done) of \(count)", column: 70, row: 7, style: Style(.quiet))
///     canvas.name(.quantity("lstm1.forget_gate"), row: 7, timeline: axis.columns)
///     canvas.click(Rect(column: 0, row: 7, width: 80, height: 1), .does(.select(.named("lstm1"))))
///
/// Mouse, covering, pointing, `e`, `y` and the check of lessons ask this record. Nobody reads the cells
/// to find out what stands there.
package struct Canvas: Hashable, Sendable {
  /// The cells.
  package var frame: Frame
  /// What was named and what can be clicked, in the order in which it was drawn: what is drawn later
  /// lies on top.
  package internal(set) var regions: [Region] = []
  /// The texts with numbers or shapes in them.
  var writings: [Writing] = []
  /// What was covered: nothing there tells anything any more.
  var covered: [Rect] = []
  /// The address of what the cursor of the screen is on.
  var cursor: Quantity?
  /// What a turn of the wheel does, up and down; nil for nothing.
  package var wheel: Wheel?

  /// What a turn of the wheel does, up and down.
  package struct Wheel: Hashable, Sendable {
    package let up: Command
    package let down: Command

    package init(up: Command, down: Command) {
      self.up = up
      self.down = down
    }
  }

  /// A canvas of blanks.
  package init(_ size: Size) { frame = Frame(size) }

  /// A canvas of no size.
  static let none = Canvas(Size(width: 0, height: 0))

  package var size: Size { frame.size }
  package var width: Int { frame.size.width }
  package var height: Int { frame.size.height }

  /// The regions that have names.
  package var parts: [Region] { regions.filter { $0.name != nil } }

  /// A cell; outside the canvas a blank that keeps nothing.
  package subscript(column: Int, row: Int) -> Cell {
    get { frame[column, row] }
    set { frame[column, row] = newValue }
  }
}

// MARK: - Cells

extension Canvas {
  /// Writes a text as `Frame.write` does and keeps which numbers and shapes stand in it.
  @discardableResult
  mutating func write(
    _ phrase: Phrase, column: Int, row: Int, style: Style = Style(), width: Int? = nil
  ) -> Int {
    let end = frame.write(phrase.text, column: column, row: row, style: style, width: width)
    if phrase.tells {
      writings.append(Writing(phrase: phrase, column: column, row: row, end: end))
    }
    return end
  }

  /// Writes a text that tells no number and no shape of the network: a name, a label, a sentence in
  /// whose place a lesson puts its own.
  @discardableResult
  package mutating func write(
    plain text: String, column: Int, row: Int, style: Style = Style(), width: Int? = nil
  ) -> Int {
    frame.write(text, column: column, row: row, style: style, width: width)
  }

  /// Fills a rectangle with blanks of one style.
  package mutating func fill(_ rect: Rect, style: Style) { frame.fill(rect, style: style) }

  /// Fills a row with blanks of one style.
  package mutating func fill(row: Int, style: Style) {
    fill(Rect(column: 0, row: row, width: width, height: 1), style: style)
  }

  /// Takes away what stands in a rectangle, and that it stood there.
  package mutating func erase(_ rect: Rect) {
    frame.fill(rect, style: Style())
    writings.removeAll {
      rect.rows.contains($0.row) && rect.columns.overlaps($0.column..<max($0.column, $0.end))
    }
  }
}

// MARK: - The record

extension Canvas {
  /// All of its cells.
  var bounds: Rect { Rect(column: 0, row: 0, width: width, height: height) }

  /// Names what stands in a rectangle; what lies outside the canvas is left out, and what lies there
  /// whole is not recorded. Several parts may have one name.
  mutating func name(
    _ name: PartName, _ rect: Rect, timeline: Columns? = nil, click: Region.Click? = nil
  ) {
    record(Region(name: name, rect: rect, timeline: timeline, click: click))
  }

  /// Names whole rows.
  mutating func name(_ name: PartName, rows: Range<Int>, timeline: Columns? = nil) {
    self.name(
      name, Rect(column: 0, row: rows.lowerBound, width: width, height: rows.count),
      timeline: timeline)
  }

  /// Names one whole row.
  mutating func name(_ name: PartName, row: Int, timeline: Columns? = nil) {
    self.name(name, rows: row..<row + 1, timeline: timeline)
  }

  /// Lets a part that is drawn row by row reach down to a rectangle; the first row begins it.
  mutating func extend(_ name: PartName, _ rect: Rect, timeline: Columns? = nil) {
    guard let place = regions.lastIndex(where: { $0.name == name }) else {
      self.name(name, rect, timeline: timeline)
      return
    }
    let known = regions[place]
    let visible = rect.intersection(bounds)
    guard !visible.isEmpty else { return }
    regions[place] = Region(
      name: name, rect: known.rect.union(visible), timeline: known.timeline, click: known.click)
  }

  /// Lets a part that is drawn row by row reach down to a whole row.
  mutating func extend(_ name: PartName, row: Int, timeline: Columns? = nil) {
    extend(name, Rect(column: 0, row: row, width: width, height: 1), timeline: timeline)
  }

  /// Says what a click in a rectangle does.
  package mutating func click(_ rect: Rect, _ click: Region.Click) {
    record(Region(rect: rect, click: click))
  }

  /// Says what a click anywhere in a row does.
  package mutating func click(row: Int, _ click: Region.Click) {
    self.click(Rect(column: 0, row: row, width: width, height: 1), click)
  }

  /// Says that a click on columns of timesteps goes there.
  mutating func goes(_ columns: Columns, rows: Range<Int>) {
    click(columns.rect(rows: rows), .goes(columns))
  }

  private mutating func record(_ region: Region) {
    let visible = region.rect.intersection(bounds)
    guard !visible.isEmpty else { return }
    regions.append(
      Region(
        name: region.name, rect: visible, timeline: region.timeline, click: region.click))
  }
}

extension Columns {
  /// The rectangle that they are in some rows.
  func rect(rows: Range<Int>) -> Rect {
    Rect(column: start, row: rows.lowerBound, width: all.count, height: rows.count)
  }
}

extension Rect {
  /// The smallest rectangle that holds both.
  func union(_ other: Rect) -> Rect {
    let left = min(column, other.column)
    let top = min(row, other.row)
    return Rect(
      column: left, row: top,
      width: max(columns.upperBound, other.columns.upperBound) - left,
      height: max(rows.upperBound, other.rows.upperBound) - top)
  }
}
