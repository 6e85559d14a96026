import Screen

// A canvas inside another one.
extension Canvas {
  /// Shows rows of another canvas from its top left on, with what they are: the record moves with the
  /// cells.
  package mutating func show(_ rows: [Int], of other: Canvas, in area: Rect) {
    let shown = rows.prefix(area.height)
    for (offset, row) in shown.enumerated() {
      frame.copy(row: row, of: other.frame, width: area.width, to: (area.column, area.row + offset))
    }
    for (source, target) in Self.runs(shown) {
      let visible = Rect(column: 0, row: source.lowerBound, width: area.width, height: source.count)
      let down = area.row + target - source.lowerBound
      for region in other.regions {
        let part = region.rect.intersection(visible)
        guard !part.isEmpty else { continue }
        regions.append(
          Region(
            name: region.name, rect: part.moved(right: area.column, down: down),
            timeline: region.timeline?.moved(by: area.column),
            click: region.click?.moved(by: area.column)))
      }
      for writing in other.writings where source.contains(writing.row) {
        writings.append(
          Writing(
            phrase: writing.phrase, column: writing.column + area.column, row: writing.row + down,
            end: writing.end + area.column))
      }
    }
    wheel = other.wheel
    cursor = other.cursor
  }

  /// Rows as runs of neighbours, each with the place of its first among all.
  private static func runs(_ rows: ArraySlice<Int>) -> [(source: Range<Int>, target: Int)] {
    var runs: [(source: Range<Int>, target: Int)] = []
    for (place, row) in rows.enumerated() {
      if let last = runs.last, last.source.upperBound == row {
        runs[runs.count - 1].source = last.source.lowerBound..<row + 1
      } else {
        runs.append((row..<row + 1, place))
      }
    }
    return runs
  }
}

extension Rect {
  /// The same rectangle elsewhere.
  fileprivate func moved(right: Int, down: Int) -> Rect {
    Rect(column: column + right, row: row + down, width: width, height: height)
  }
}
