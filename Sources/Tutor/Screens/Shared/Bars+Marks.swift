import Screen

// Marks in a chart of shares.
extension Bar {
  /// The line of a chart on which a share of its scale lies.
  static func line(of share: Float, height: Int) -> Int {
    let eighths = Int((min(1, max(0, share)) * Float(8 * height)).rounded())
    return height - 1 - min(height - 1, max(0, eighths - 1) / 8)
  }

  /// A mark over a cell of the chart: dark where a bar fills most of it.
  static func mark(_ glyph: Unicode.Scalar, on cell: Cell, _ style: Style) -> Cell {
    if case .bar(eighths: 5..., _) = cell.content {
      return Cell(.glyph(glyph), Style(cell.style.ink, on: cell.style.paper, reversed: true))
    }
    return Cell(.glyph(glyph), style.on(cell.style.paper))
  }
}
