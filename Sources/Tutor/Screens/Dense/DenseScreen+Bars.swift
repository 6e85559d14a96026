import Engine
import Insight
import Phrases
import Screen
import Vocabulary

/// All units beside one another, and all numbers that are read: a row of bars is a column for each.
extension DenseScreen {
  private var labelWidth: Int { size.width >= 110 ? 14 : 11 }

  /// A row of bars.
  private struct Bars {
    var label: [String]
    var values: [Float]?
    var before: [Float]?
    var scale: ValueScale
    var part: PartName?
  }

  /// The sum and the output of every unit; returns the row after them.
  mutating func drawUnits(_ first: Int) -> Int {
    let reading = now?.reading
    let sums = reading?.sums.map { Float($0) }
    let most = Self.largest((sums ?? []) + (before?.reading.sums.map { Float($0) } ?? []))
    let outputs = (reading?.outputs ?? []) + (before?.reading.outputs ?? [])
    let scale = ValueScale(settings.activation.range) ?? .symmetric(Self.largest(outputs))
    let window = Axis(
      count: settings.units, current: unit, columns: size.width - labelWidth - 2)
    canvas.write(
      Fitted.form(
        DensePhrases.units(
          window.visible, of: settings.units, sums: .symmetric(most), outputs: scale),
        width: size.width - 2),
      column: 1, row: first, style: Style(.quiet), width: size.width - 2)
    let columns = columns(window)
    let rows = [
      Bars(
        label: DensePhrases.sums, values: sums,
        before: before?.reading.sums.map { Float($0) }, scale: .symmetric(most)),
      Bars(
        label: DensePhrases.outputs, values: reading?.outputs, before: before?.reading.outputs,
        scale: scale, part: outputPart(of: settings.name)),
    ]
    let end = draw(rows, columns, window, chosen: unit, height: layout.bars, first + 1)
    canvas.name(.word("units"), rows: first..<end)
    canvas.click(columns.rect(rows: first + 1..<end), .shows(columns))
    return end
  }

  /// What is read, the weights of the unit and their products; returns the row after them.
  mutating func drawInputs(_ start: Int) -> Int {
    let first = start + (layout.gaps > 1 ? 1 : 0)
    let terms = now?.sum.terms ?? []
    let old = before?.sum.terms
    func numbers(_ terms: [Ledger.Term]?, _ number: (Ledger.Term) -> Double) -> [Float]? {
      terms.map { $0.map { Float(number($0)) } }
    }
    let kinds: [([String], (Ledger.Term) -> Double)] = [
      (DensePhrases.values, \.value), (DensePhrases.weights, \.weight),
      (DensePhrases.products, \.product),
    ]
    var rows = kinds.map { label, number in
      let values = numbers(now == nil ? nil : terms, number)
      let old = numbers(old, number)
      return Bars(
        label: label, values: values, before: old,
        scale: .symmetric(Self.largest((values ?? []) + (old ?? []))))
    }
    if let before = state.plan.layers[layer].before {
      rows[0].part = outputPart(of: state.plan.layers[before].layer.name)
    }
    rows[1].part = QuantityName.kernel.part(of: settings.name)
    let term = term ?? 0
    let window = Axis(count: terms.count, current: term, columns: size.width - labelWidth - 2)
    canvas.write(
      Fitted.form(
        DensePhrases.inputs(
          window.visible, of: terms.count, unit: settings.units == 1 ? nil : unit,
          scales: rows.map(\.scale)),
        width: size.width - 2),
      column: 1, row: first, style: Style(.quiet), width: size.width - 2)
    let columns = columns(window)
    let end = draw(rows, columns, window, chosen: term, height: layout.inputs, first + 1)
    canvas.name(.word("inputs"), rows: first..<end)
    canvas.click(columns.rect(rows: first + 1..<end), .takes(columns))
    return end
  }

  /// The columns of a window: as wide as all of them can be.
  private func columns(_ window: Axis) -> Columns {
    let room = size.width - labelWidth - 2
    return Columns(
      start: labelWidth, first: window.visible.lowerBound, count: window.columns,
      each: min(8, max(1, room / max(1, window.columns))))
  }

  private mutating func draw(
    _ rows: [Bars], _ columns: Columns, _ window: Axis, chosen: Int, height: Int, _ first: Int
  ) -> Int {
    var row = first
    for bars in rows {
      let middle = row + (height - 1) / 2
      canvas.write(
        plain: Fitted.form(bars.label, width: labelWidth - 2), column: 1, row: middle,
        style: Style(.text), width: labelWidth - 2)
      if window.isCut.before {
        canvas.write(plain: "‹", column: labelWidth - 1, row: middle, style: Style(.quiet))
      }
      if window.isCut.after {
        canvas.write(plain: "›", column: columns.all.upperBound, row: middle, style: Style(.quiet))
      }
      for line in 0..<height { draw(bars, columns, chosen, line, height, row + line) }
      if let part = bars.part { canvas.name(part, rows: row..<row + height) }
      row += height
    }
    return row
  }

  private mutating func draw(
    _ bars: Bars, _ columns: Columns, _ chosen: Int, _ line: Int, _ height: Int, _ row: Int
  ) {
    for offset in 0..<columns.count {
      let place = columns.first + offset
      let paper: Paper = place == chosen ? .cursor : .none
      let start = columns.start + offset * columns.each
      // Bars that are wide enough stand apart.
      let filled = columns.each > 2 ? columns.each - 1 : columns.each
      guard let values = bars.values else {
        canvas[start, row] = TimeAxis.unread(paper, line: line, height: height)
        continue
      }
      let cell = Bar.cell(
        values[place], before: bars.before?[place], scale: bars.scale, line: line, height: height,
        paper: paper)
      for column in 0..<columns.each {
        canvas[start + column, row] =
          column < filled ? cell : Cell(.glyph(" "), Style(on: paper))
      }
    }
  }

  private static func largest(_ values: [Float]) -> Float {
    let most = values.reduce(0) { $1.isFinite ? max($0, $1.magnitude) : $0 }
    return most > 0 ? max(most, 0.001) : 1
  }
}
