import Engine
import Phrases
import Screen

/// The sizes and the table.
extension ShapesScreen {
  /// The sizes with the keys that change them; what was changed with what it was.
  mutating func drawSizes(_ row: Int) {
    canvas.name(.word("sliders"), row: row)
    let changes = sketch.changes
    func part(_ name: String, _ value: String) -> (String, Bool) {
      guard let change = changes.first(where: { $0.name == name }) else {
        return ("\(name) \(value)", false)
      }
      return (change.text, true)
    }
    let input = sketch.tried.input
    var parts: [(keys: String, text: String, isChanged: Bool)] = []
    let features = part("features", "\(input.features)")
    parts.append(("f F", features.0, features.1))
    if input.hasTimesteps {
      let timesteps = part("timesteps", input.timesteps.map { "\($0)" } ?? "None")
      parts.append(("t T", timesteps.0, timesteps.1))
    }
    if case .layer(let index) = state.position.layer {
      let layer = sketch.tried.layers[index]
      let units = part("\(layer.name).units", layer.width.map(String.init) ?? "")
      parts.append(("+ -", units.0, units.1))
    }
    // Where not all have room, the second key of each goes first.
    let length = { (part: (keys: String, text: String, isChanged: Bool)) in
      part.keys.count + part.text.count + 4
    }
    if parts.reduce(0, { $0 + length($1) }) > size.width {
      parts = parts.map { (String($0.keys.prefix(1)), $0.text, $0.isChanged) }
    }
    // The chosen layer's name stands in the title as well.
    if parts.reduce(0, { $0 + length($1) }) > size.width, let last = parts.indices.last {
      let name = parts[last].text.firstIndex(of: " ").map { parts[last].text[..<$0] } ?? ""
      if name.hasSuffix(".units") {
        parts[last].text = "units" + parts[last].text.dropFirst(name.count)
      }
    }
    var column = 1
    for part in parts {
      // A part that is cut says less than one that is left out.
      guard column + part.keys.count + 1 + part.text.count + 2 < size.width else { break }
      column = canvas.write(
        plain: part.keys, column: column, row: row, style: Style(.accent, bold: true))
      column =
        canvas.write(
          Phrase(reading: part.text), column: column + 1, row: row,
          style: Style(part.isChanged ? .warning : .text, bold: part.isChanged)) + 1
      if part.isChanged {
        canvas.write(plain: "*", column: column - 1, row: row, style: Style(.warning, bold: true))
      }
      column += 2
    }
  }

  mutating func drawTable() {
    let table = ShapesTable(sketch, width: size.width)
    for (column, start, width) in table.columns {
      let title = column.title
      canvas.write(
        plain: title, column: column.isRight ? start + width - title.count : start,
        row: layout.headerRow,
        style: Style(.quiet))
    }
    for place in layout.visible {
      let row = layout.tableRows.lowerBound + place - layout.visible.lowerBound
      let isChosen = place == state.position.layer.place
      mark(isChosen, row)
      canvas.name(
        .layer(layerName(place - 1)), Rect(column: 0, row: row, width: size.width, height: 1),
        click: .does(.select(.named(layerName(place - 1)))))
      draw(
        table.rows[place], of: table, row,
        name: Style(
          table.rows[place].isBroken ? .error : isChosen ? .accent : .title, bold: isChosen))
    }
    draw(table.total, of: table, layout.totalRow, name: Style(.text, bold: true))
    canvas.name(.word("table"), rows: layout.headerRow..<layout.totalRow + 1)
    nameDerivation(table)
    let hidden = layout.count - layout.visible.count
    guard hidden > 0 else { return }
    // The sum has no derivation: its cell is free.
    guard let free = table.columns.first(where: { $0.column == .derivation }) else { return }
    canvas.write(
      ShapesPhrases.shown(layout.visible.count, of: layout.count), column: free.start,
      row: layout.totalRow, style: Style(.quiet), width: free.width)
  }

  /// The column that says how each count comes about.
  private mutating func nameDerivation(_ table: ShapesTable) {
    guard let column = table.columns.first(where: { $0.column == .derivation }) else { return }
    canvas.name(
      .word("derivation"),
      Rect(
        column: column.start, row: layout.headerRow, width: column.width,
        height: layout.tableRows.upperBound - layout.headerRow))
  }

  private mutating func draw(
    _ row: ShapesTable.Row, of table: ShapesTable, _ line: Int, name: Style
  ) {
    let isTotal = line == layout.totalRow
    for (column, start, width) in table.columns {
      if let failure = row.failure, column == .shape {
        canvas.write(
          Phrase(reading: failure), column: start, row: line,
          style: Style(row.isBroken || isTotal ? .error : .ghost, bold: row.isBroken),
          width: max(0, size.width - start - 1))
        return
      }
      guard let text = row.cells[column] else { continue }
      let isChanged = row.changed.contains(column)
      let place = column.isRight ? start + width - text.count : start
      var style: Style
      switch column {
      case .name: style = name
      // Below the shapes stands what None is.
      case .shape: style = Style(isTotal ? .quiet : .text)
      case .count, .torch: style = Style(.text, bold: isTotal)
      case .kind, .derivation, .opened, .torchDerivation: style = Style(.quiet)
      }
      if isChanged {
        style = Style(.warning, bold: true)
        canvas.write(plain: "*", column: place - 1, row: line, style: style)
      }
      canvas.write(text, column: place, row: line, style: style, width: width)
    }
  }
}
