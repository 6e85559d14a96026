import Screen

extension UnitScreen {
  private static let names = ["gather", "sums", "gates", "cell", "hidden", "leaves"]

  /// The six phases, the present one marked.
  mutating func drawPhases(_ row: Int) {
    var column = 1
    for (index, name) in Self.names.enumerated() {
      let phase = index + 1
      if index > 0 {
        column = frame.write(" ▸ ", column: column, row: row, style: Style(.ghost))
      }
      let isNow = phase == state.position.phase
      var style = isNow ? Style(.accent, bold: true) : style(phase)
      style.underlined = isNow
      column = frame.write("\(phase) \(name)", column: column, row: row, style: style)
    }
    let hint = "tab: the next phase"
    guard size.width - column > hint.count + 3 else { return }
    frame.write(
      hint, column: size.width - hint.count - 1, row: row, style: Style(.quiet))
  }

  /// Marks the rows of the present phase.
  mutating func mark(_ phase: Int, _ row: Int) {
    guard ledger != nil, state.position.phase == phase else { return }
    frame[0, row] = Cell(.glyph("▌"), Style(.accent))
  }

  /// A number that ends where its column ends; a dot where it is not there yet.
  mutating func put(
    _ text: String?, column: Int, row: Int, style: Style, mark: Bool = false
  ) {
    let shown = text.map { PrintedSum.text($0, width: columns.figure) } ?? "·"
    let start = column + max(0, columns.figure - shown.count)
    let end = frame.write(
      shown, column: start, row: row, style: text == nil ? Style(.ghost) : style,
      width: columns.figure)
    if mark { frame[end, row] = Cell(.glyph("*"), Style(.warning, bold: true)) }
  }

  /// The sign before a column of weights.
  mutating func putTimes(_ column: Int, _ row: Int) {
    frame.write(
      columns.times, column: column - columns.times.count, row: row, style: Style(.ghost))
  }

  /// The first of some texts that fits.
  func fitting(_ forms: [String], _ room: Int) -> String {
    forms.first { $0.count <= room } ?? forms.last ?? ""
  }
}
