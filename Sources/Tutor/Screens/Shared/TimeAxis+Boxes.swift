import Screen

extension TimeAxis.Margins {
  /// Narrower margins in the place of these, where a timestep gets at least half as many columns again.
  func narrowed(to narrow: TimeAxis.Margins, width: Int, timesteps: Int) -> TimeAxis.Margins {
    func each(_ margins: TimeAxis.Margins) -> Int {
      TimeAxis.columnsEach(timesteps, room: margins.room(in: width))
    }
    return 2 * each(narrow) >= 3 * each(self) ? narrow : self
  }
}

// Boxes: a place for each timestep that is filled or not, whatever its width.
extension TimeAxis {
  /// The columns of a timestep's own columns that its box fills: boxes that are wide enough stand
  /// apart.
  var boxColumns: Int { max(1, each - 1) }

  /// The column of a timestep's own columns on which the mark of its box stands.
  var boxMiddle: Int { (boxColumns - 1) / 2 }

  /// Draws a line of boxes, but where there is none: a fill, over all columns of the box, and a mark
  /// that stands on it.
  func boxes(
    row: Int, on canvas: inout Canvas, _ box: (_ timestep: Int) -> (fill: Cell, mark: Cell?)?
  ) {
    var column = start
    for timestep in window.visible {
      if let (fill, mark) = box(timestep) {
        for offset in 0..<boxColumns { canvas[column + offset, row] = fill }
        if let mark { canvas[column + boxMiddle, row] = mark }
      }
      column += each
    }
  }
}
