import Screen

// Marks in a chart of shares.
extension Bar {
  /// The line of a chart on which a share of its scale lies.
  static func line(of share: Float, height: Int) -> Int {
    let eighths = Int((min(1, max(0, share)) * Float(8 * height)).rounded())
    return height - 1 - min(height - 1, max(0, eighths - 1) / 8)
  }

  /// A mark over a cell of the chart: dark on the bar's hue where the bar reaches beyond it.
  static func mark(
    _ glyph: Unicode.Scalar, on cell: Cell, isBeyond: Bool, _ style: Style
  ) -> Cell {
    guard isFull(cell) || isPartial(cell) && isBeyond else {
      return Cell(.glyph(glyph), style.on(cell.style.paper))
    }
    return Cell(.glyph(glyph), Style(cell.style.ink, on: cell.style.paper, reversed: true))
  }

  /// The line of a rule over a cell of the chart. Where a bar ends in the cell it stays, and on the side of
  /// the line, which is in the middle, on which it ends.
  static func rule(on cell: Cell, isBeyond: Bool) -> Cell {
    guard case .bar(let eighths, let hanging) = cell.content, isPartial(cell) else {
      return mark("╌", on: cell, isBeyond: isBeyond, Style(.quiet))
    }
    let seen = isBeyond ? max(5, eighths) : min(3, eighths)
    return Cell(.bar(eighths: seen, hanging: hanging), cell.style)
  }

  /// Whether a bar goes through a cell, under another mark as well.
  private static func isFull(_ cell: Cell) -> Bool {
    if case .bar(eighths: 8..., _) = cell.content { return true }
    return cell.style.reversed
  }

  private static func isPartial(_ cell: Cell) -> Bool {
    if case .bar(eighths: 1..<8, _) = cell.content { true } else { false }
  }
}
