/// The lines of a map: which rows each of them shows, by their place in the shown order.
struct MapLines: Hashable {
  enum Line: Hashable {
    /// Two rows as two halves of a line; the last may stand alone.
    case pair(Int, Int?)
    /// One of the `height` lines of one row, drawn as bars.
    case single(Int, line: Int, height: Int)
  }

  let lines: [Line]
  /// The places shown.
  let visible: Range<Int>
  let total: Int

  /// `total` rows in at most `room` lines with the one at `place` among them.
  ///
  /// As long as all fit, each has a line or several. More stand two to a line where colours can tell
  /// them apart, and the pair with the cursor is opened: its two rows are bars, as on every screen.
  /// So the other lines stay where they are while the cursor moves on.
  init(_ total: Int, _ place: Int, _ room: Int, _ demand: LayerLayout.Demand) {
    self.total = total
    guard room > 0, total > 0 else {
      lines = []
      visible = 0..<0
      return
    }
    if total <= room {
      visible = 0..<total
      lines = Self.singles(visible, height: Self.height(room / total))
      return
    }
    let pairs = (total + 1) / 2
    guard demand.hasHalfCells, room >= 3 else {
      visible = Axis(count: total, current: place, columns: room).visible
      lines = Self.singles(visible, height: 1)
      return
    }
    let shown = Axis(count: pairs, current: place / 2, columns: room - 1).visible
    visible = shown.lowerBound * 2..<min(total, shown.upperBound * 2)
    let height = Self.height(1 + (room - shown.count - 1) / 2)
    lines = shown.flatMap { pair -> [Line] in
      let rows = pair * 2..<min(total, pair * 2 + 2)
      if pair == place / 2 { return Self.singles(rows, height: height) }
      return [.pair(rows.lowerBound, rows.count > 1 ? rows.lowerBound + 1 : nil)]
    }
  }

  var count: Int { lines.count }

  /// How many rows stand before, and behind, those shown.
  var cut: (before: Int, after: Int) { (visible.lowerBound, total - visible.upperBound) }

  /// The lines that show all of so many rows.
  static func needed(_ total: Int, _ demand: LayerLayout.Demand) -> Int {
    // Few rows are drawn in two lines each.
    total <= 16 ? 2 * total : demand.hasHalfCells ? (total + 1) / 2 + 1 : total
  }

  /// The row that a line shows, the upper one of two.
  func place(of line: Int) -> Int? {
    guard lines.indices.contains(line) else { return nil }
    switch lines[line] {
    case .pair(let place, _), .single(let place, _, _): return place
    }
  }

  private static func singles(_ rows: Range<Int>, height: Int) -> [Line] {
    rows.flatMap { row in (0..<height).map { .single(row, line: $0, height: height) } }
  }

  /// Bars are one, two or four lines high, so that zero lies between two lines.
  private static func height(_ room: Int) -> Int { room >= 4 ? 4 : room >= 2 ? 2 : 1 }
}
