import Phrases
import Screen

extension TimeAxis {
  /// The numbers of the timesteps, with a mark over the open one, and the names of what stands beside.
  ///
  /// Timesteps that a what-if touches are `marked`. `cut` is the style of the marks where timesteps
  /// lie before or behind those shown: the map of a layer has no other sign that it goes on.
  func ruler(
    marked: Set<Int> = [], names: [String] = SharedPhrases.timesteps.forms,
    valueName: String = "   " + SharedPhrases.now, cut: Style = Style(.quiet), row: Int,
    on canvas: inout Canvas
  ) {
    canvas.name(
      .word("ruler"), rect(row: row), timeline: columns)
    drawRuler(marked: marked, names: names, cut: cut, row: row, on: &canvas)
    values?.names(valueName, row: row, on: &canvas)
  }

  /// The numbers of the timesteps and the mark alone, as a row of a larger part.
  func drawRuler(
    marked: Set<Int> = [], names: [String] = SharedPhrases.timesteps.forms,
    cut: Style = Style(.quiet), row: Int, on canvas: inout Canvas
  ) {
    Ruler(columns: columns, window: window, current: current, marked: marked, middle: middle)
      .draw(
        Fitted.form(names, width: labelWidth - 2), labelColumn: left + 1,
        labelWidth: labelWidth - 2, cut: cut, row: row, on: &canvas)
  }
}

/// The numbers over positions that stand side by side: timesteps, or units where the screen is over
/// units.
struct Ruler {
  let columns: Columns
  let window: Axis
  /// The position that has the mark, if any.
  let current: Int?
  var marked: Set<Int> = []
  /// The column of a position's own columns on which its number and its mark stand.
  var middle = 0

  func draw(
    _ label: String, labelColumn: Int, labelWidth: Int, cut: Style = Style(.quiet), row: Int,
    on canvas: inout Canvas
  ) {
    let quiet = Style(.quiet)
    canvas.write(plain: label, column: labelColumn, row: row, style: quiet, width: labelWidth)
    let mark = current.flatMap(columns.column).map { $0 + middle }
    let stars = marked.compactMap(columns.column).map { $0 + middle }.filter { $0 != mark }
    // As many numbers as stand apart: each, every fifth, every tenth.
    let digits = String(window.visible.upperBound).count
    let step = [1, 5].first { $0 * columns.each > digits + 2 } ?? 10
    for position in window.visible where position % step == 0 {
      guard let column = columns.column(of: position).map({ $0 + middle }) else { continue }
      let text: Phrase = "\(position)"
      // The mark may not hide a digit, nor the end of the axis: another number would stand there.
      let place = column..<column + text.count
      if mark.map(place.contains) == true || place.upperBound > columns.all.upperBound { continue }
      if stars.contains(where: place.contains) { continue }
      canvas.write(text, column: column, row: row, style: quiet)
    }
    if window.isCut.before {
      canvas.write(plain: "‹", column: columns.start - 1, row: row, style: cut)
    }
    if window.isCut.after {
      canvas.write(plain: "›", column: columns.all.upperBound, row: row, style: cut)
    }
    for star in stars {
      canvas.write(plain: "*", column: star, row: row, style: Style(.warning, bold: true))
    }
    if let mark {
      canvas.write(plain: "▼", column: mark, row: row, style: Style(.accent, bold: true))
    }
  }
}
