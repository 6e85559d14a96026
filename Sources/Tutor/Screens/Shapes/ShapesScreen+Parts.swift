import Screen

/// What can be pointed at.
extension ShapesScreen {
  /// What stands around the table.
  mutating func nameParts() {
    frame.name("sliders", row: layout.sizesRow)
    // Where the network cannot be built the reason stands in the place of the weights.
    frame.name(sketch.plan.failure?.layerName ?? "derivation", rows: layout.detailRows)
    let lines = detailLines
    frame.name(
      "advice",
      rows: lines.firstIndex(where: \.isAdvice).map {
        layout.detailRows.dropFirst($0).prefix(lines.count - $0)
      } ?? 0..<0)
  }

  /// The table, its rows, and the column that says how each count comes about.
  mutating func nameParts(of table: ShapesTable) {
    frame.name("table", rows: layout.headerRow..<layout.totalRow + 1)
    for (row, place) in zip(layout.tableRows, layout.visible) {
      frame.name(layerName(place - 1), row: row)
    }
    if let column = table.columns.first(where: { $0.column == .derivation }) {
      frame.name(
        "derivation",
        Rect(
          column: column.start, row: layout.headerRow, width: column.width,
          height: layout.tableRows.upperBound - layout.headerRow))
    }
  }

  /// The name of a layer by its place, −1 for the input.
  func layerName(_ layer: Int) -> String {
    layer < 0 ? sketch.tried.input.name : sketch.tried.layers[layer].name
  }
}
