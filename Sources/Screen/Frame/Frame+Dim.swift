extension Frame {
  /// Lets everything step back but what stands in some rectangles, and the title.
  package mutating func dim(except rects: [Rect]) {
    for row in 0..<height where row > 0 {
      let spared = rects.filter { $0.rows.contains(row) }.map(\.columns)
      for column in 0..<width where !spared.contains(where: { $0.contains(column) }) {
        self[column, row].dim()
      }
    }
  }

  /// Puts a question mark in the place of everything that stands in a rectangle.
  ///
  /// Where a column holds a bar all of it becomes question marks: a bar several lines high would still
  /// be told by the lines that it fills. The dots of what has not been read stay, and so does a ground,
  /// unless it is part of what is covered.
  package mutating func cover(_ rect: Rect) {
    let part = rect.intersection(bounds)
    for column in part.columns {
      let hasBar = part.rows.contains {
        if case .bar = self[column, $0].content { true } else { false }
      }
      for row in part.rows where hasBar || self[column, row].tells {
        let style = self[column, row].style
        let isEvent = style.paper == .eventOn || style.paper == .eventOff
        self[column, row] = Cell(
          .glyph("?"), Style(.quiet, on: isEvent ? .none : style.paper, dimmed: style.dimmed))
      }
    }
  }
}

extension Cell {
  /// Whether something stands there that tells anything: a dot says that nothing was read yet.
  fileprivate var tells: Bool { isTaken && content != .glyph("·") }
}
