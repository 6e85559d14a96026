import Engine
import Insight
import Phrases
import Screen
import Wording

/// A gauge for each gate: how far it is open, its number, and the point on its curve that made it.
extension UnitPicture {
  /// Returns the row after them.
  mutating func drawGauges(_ first: Int) -> Int {
    let height = 1 + layout.curve
    let bars = first + 1
    let end = bars + height + (layout.showsNames ? 2 : 1)
    for (place, gauge) in flow.gauges.enumerated() {
      drawGauge(gauge, place, first, bars..<bars + height, end)
    }
    canvas.name(.word("gates"), rows: first..<end)
    return end
  }

  private mutating func drawGauge(
    _ gauge: CellFlow.Gauge, _ place: Int, _ first: Int, _ bars: Range<Int>, _ end: Int
  ) {
    let column = columns.first(place)
    let room = columns.room
    let name = gauge.factor.name
    let quantity = settings.quantity(name)
    let sum = ledger?.sums.first { $0.gate == name }
    let isThere = isLit(gauge.lane)
    let number = isThere ? ledger?.number(gauge.factor) : nil
    let old = isThere ? before?.ledger.number(gauge.factor) : nil
    let isSigned = quantity?.range != 0...1
    let isChosen = name == state.position.sum && quantity?.role != .state
    drawName(gauge, column, first, isChosen)
    let text = phrase(number, signed: isSigned)
    var numberColumn = column
    var numberRow = bars.upperBound
    if !layout.showsNames {
      numberRow = first
      numberColumn = column + 2 + (gauge.factor.isRest ? 2 : 0)
    }
    let numberEnd = canvas.write(
      text, column: numberColumn, row: numberRow,
      style: sum?.isHeld == true && isThere
        ? Style(.warning, bold: true) : style(gauge.lane, .text, bold: true),
      width: max(0, column + room - numberColumn + 1))
    if sum?.isHeld == true, isThere {
      canvas.write(
        plain: "*", column: numberEnd, row: numberRow, style: Style(.warning, bold: true))
    }
    if let quantity {
      if layout.curve > 0, room >= 12 {
        drawTall(quantity, sum, number, old, column, bars, gauge.lane)
      } else {
        drawBar(quantity, number, old, column, bars.lowerBound + (bars.count - 1) / 2, gauge.lane)
      }
    }
    if isThere, let sum { drawSum(sum, gauge.factor, column, end - 1) }
    canvas.name(
      name.part(of: settings.name),
      Rect(column: column - 1, row: first, width: columns.slot, height: end - first))
  }

  private mutating func drawName(
    _ gauge: CellFlow.Gauge, _ column: Int, _ row: Int, _ isChosen: Bool
  ) {
    let name = gauge.factor.name
    let letter = gauge.factor.isRest ? "1−\(name.letter)" : "\(name.letter)"
    let short = settings.quantity(name)?.short ?? name.short
    let forms = layout.showsNames ? ["\(letter) \(short)", letter] : [letter]
    var style = style(gauge.lane, name.ink, bold: true)
    if isChosen {
      canvas[column - 1, row] = Cell(.glyph("▌"), Style(.accent))
      style.underlined = true
    }
    canvas.write(
      plain: Fitted.form(forms, width: columns.room), column: column, row: row, style: style,
      width: columns.room)
  }

  /// The sum that goes into the curve: `σ(-1.62)`; what it would give while the gate is held.
  private mutating func drawSum(
    _ sum: Ledger.Sum, _ factor: StateEquation.Factor, _ column: Int, _ row: Int
  ) {
    func curve(_ digits: Int) -> Phrase {
      Phrase(
        reading: sum.activation.words(of: decimal(Float(sum.total), digits: digits, signed: true)))
    }
    var forms = [curve(2), curve(1), UnitPhrases.sum(Float(sum.total))]
    if factor.isRest {
      let rest = Phrase(reading: "1 − \(PrintedSum.text(Double(sum.result), signed: false))")
      forms = [rest, ""]
    } else if sum.isHeld {
      forms.insert(
        curve(2) + Phrase(reading: " = \(PrintedSum.text(sum.curved, signed: sum.isSigned))"),
        at: 0)
    }
    canvas.write(
      Fitted.form(forms, width: columns.slot - 1), column: column, row: row, style: Style(.quiet),
      width: columns.slot - 1)
  }

  // MARK: - Lying

  /// A gauge of one row: filled from 0, or from the middle where it has a sign.
  private mutating func drawBar(
    _ quantity: LayerQuantity, _ number: Double?, _ old: Double?, _ column: Int, _ row: Int,
    _ lane: Int?
  ) {
    let width = min(columns.room, 16)
    let isShare = quantity.range == 0...1
    let most = gaugeMost(quantity, number, old)
    /// The halves of cells from the left end.
    func place(_ value: Double) -> Int {
      let share = isShare ? value / most : (value / most + 1) / 2
      return min(2 * width, max(0, Int((share * Double(2 * width)).rounded())))
    }
    for cell in 0..<width { canvas[column + cell, row] = Cell(.glyph("▁"), Style(.ghost)) }
    let zero = isShare ? 0 : width
    if !isShare { canvas[column + width / 2, row] = Cell(.glyph("│"), Style(.ghost)) }
    guard let number, number.isFinite else { return }
    let ink = isShare ? quantity.name.ink : Ink.signed(Float(number / most))
    let (from, to) = (min(zero, place(number)), max(zero, place(number)))
    for cell in 0..<width {
      let left = from <= 2 * cell && 2 * cell < to
      let right = from <= 2 * cell + 1 && 2 * cell + 1 < to
      guard left || right else { continue }
      canvas[column + cell, row] = Cell(
        .glyph(left && right ? "█" : left ? "▌" : "▐"), style(lane, ink))
    }
    guard let old, place(old) != place(number) else { return }
    let cell = min(width - 1, place(old) / 2)
    canvas.markBefore(column + cell, row)
  }

  /// What a full gauge stands for.
  private func gaugeMost(_ quantity: LayerQuantity, _ number: Double?, _ old: Double?) -> Double {
    if let range = quantity.range {
      return Double(max(range.upperBound, -range.lowerBound))
    }
    let numbers = [number, old].compactMap { $0?.magnitude }.filter(\.isFinite)
    // In round numbers, which stand beside it.
    return Double(roundedUp(Float(max(1, numbers.max() ?? 1))))
  }

  // MARK: - Standing

  /// A gauge that stands beside its curve: the point on the curve is as high as the gauge.
  private mutating func drawTall(
    _ quantity: LayerQuantity, _ sum: Ledger.Sum?, _ number: Double?, _ old: Double?,
    _ column: Int, _ rows: Range<Int>, _ lane: Int?
  ) {
    let most = Float(gaugeMost(quantity, number, old))
    let isShare = quantity.range == 0...1
    let scale: ValueScale = isShare ? .unit : .symmetric(most)
    let (top, bottom) = UnitPhrases.ends(isShare: isShare, most: most)
    let labels = top.count > 2 ? top.count + 1 : 2
    canvas.write(plain: top, column: column, row: rows.lowerBound, style: Style(.quiet))
    canvas.write(plain: bottom, column: column, row: rows.upperBound - 1, style: Style(.quiet))
    let gauge = column + labels
    for (line, row) in rows.enumerated() {
      var cell = Cell(.glyph("│"), Style(.ghost))
      if let number {
        cell = Bar.cell(
          Float(number), scale: scale, ink: quantity.name.ink, line: line, height: rows.count)
      }
      for offset in 0..<3 {
        if number == nil, offset != 1 { continue }
        canvas[gauge + offset, row] = cell
      }
    }
    if let old, let number, (old - number).magnitude >= 0.0005 {
      let share = isShare ? Float(old) : (Float(old) / most + 1) / 2
      let line = min(rows.count - 1, max(0, Int((1 - share) * Float(rows.count))))
      for offset in 0..<3 { canvas.markBefore(gauge + offset, rows.lowerBound + line, "╌") }
    }
    drawCurve(quantity, sum, scale, gauge + 4, width: columns.room - labels - 4, rows, lane)
  }

  private mutating func drawCurve(
    _ quantity: LayerQuantity, _ sum: Ledger.Sum?, _ scale: ValueScale, _ column: Int, width: Int,
    _ rows: Range<Int>, _ lane: Int?
  ) {
    guard let activation = quantity.sum?.activation else { return }
    let width = min(width, 45)
    guard width > 4 else { return }
    let total = isLit(lane) ? sum?.total : nil
    let reach = max(6, (total?.magnitude ?? 0).rounded(.up))
    let last = Double(width - 1)
    let point = total.map { total -> Int in
      guard total.isFinite else { return 0 }
      return min(width - 1, max(0, Int(((total / reach + 1) / 2 * last).rounded())))
    }
    var before: Int?
    for offset in 0..<width {
      let z = (Double(offset) / last * 2 - 1) * reach
      let (line, isLow) = height(of: activation.value(at: z), scale, rows.count)
      // Where it is steep the lines between are filled.
      for row in (line + 1)..<max(line + 1, before ?? line) where offset != point {
        canvas[column + offset, rows.lowerBound + row] = Cell(.glyph("│"), Style(.quiet))
      }
      before = line
      guard offset != point else { continue }
      canvas[column + offset, rows.lowerBound + line] = Cell(
        .glyph(isLow ? "▁" : "─"), Style(.quiet))
    }
    guard let total, let point else { return }
    // Down or up from the axis to the point.
    let style = style(lane, quantity.name.ink)
    let (line, _) = height(of: activation.value(at: total), scale, rows.count)
    let axis = scale == .unit ? rows.count : rows.count / 2
    for row in min(line + 1, axis)..<max(line, axis) {
      canvas[column + point, rows.lowerBound + row] = Cell(.glyph("┃"), style)
    }
    canvas[column + point, rows.lowerBound + line] = Cell(.glyph("●"), style)
  }

  /// The line on which a value of a curve lies, and whether in its lower half.
  private func height(of value: Double, _ scale: ValueScale, _ rows: Int) -> (Int, isLow: Bool) {
    var share = value
    if case .symmetric(let most) = scale { share = (value / Double(most) + 1) / 2 }
    guard share.isFinite else { return (0, false) }
    let down = min(max(0, 1 - share) * Double(rows), Double(rows) - 0.01)
    return (Int(down), down - down.rounded(.down) > 0.5)
  }
}

extension StateEquation.Factor {
  var isRest: Bool { if case .rest = self { true } else { false } }
}

extension Canvas {
  /// The mark of where a bar ended before a what-if, on whatever the bar is now.
  mutating func markBefore(_ column: Int, _ row: Int, _ mark: Unicode.Scalar = "╎") {
    let now = self[column, row]
    let isFilled = [.glyph("█"), .bar(eighths: 8, hanging: false), .bar(eighths: 8, hanging: true)]
      .contains(now.content)
    self[column, row] = Cell(
      .glyph(mark), isFilled ? Style(now.style.ink, reversed: true) : Style(.text, bold: true))
  }
}
