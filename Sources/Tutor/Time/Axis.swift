/// Which of the positions along an axis a row of columns shows: all of them, or, where there are
/// more than columns, a window with the current one in it.
struct Axis: Hashable, Sendable {
  /// The positions shown, in order.
  let visible: Range<Int>
  /// How many positions there are in all.
  let count: Int

  /// The window moves in whole pages, so that a step along the axis rarely moves what is drawn.
  init(count: Int, current: Int, columns: Int) {
    self.count = count
    guard count > columns, columns > 0 else {
      visible = 0..<(columns > 0 ? count : 0)
      return
    }
    let page = max(1, columns / 2)
    let start = max(0, current / page * page - page / 2)
    let first = min(start, count - columns)
    visible = first..<(first + columns)
  }

  private init(visible: Range<Int>, count: Int) {
    self.visible = visible
    self.count = count
  }

  /// The same window over another number of positions: it begins at the same one.
  func moved(to count: Int, columns: Int) -> Axis {
    let first = min(visible.lowerBound, count)
    return Axis(visible: first..<min(count, first + columns), count: count)
  }

  var columns: Int { visible.count }

  /// The column of a position, counted from the axis's own first column; nil outside the window.
  func column(of position: Int) -> Int? {
    visible.contains(position) ? position - visible.lowerBound : nil
  }

  /// Whether positions lie before, and after, those shown.
  var isCut: (before: Bool, after: Bool) {
    (visible.lowerBound > 0, visible.upperBound < count)
  }
}

extension Axis {
  /// The positions shown, a column each from a first one on.
  func columns(from start: Int) -> Columns {
    Columns(start: start, first: visible.lowerBound, count: columns)
  }
}
