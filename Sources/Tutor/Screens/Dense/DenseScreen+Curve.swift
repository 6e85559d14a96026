import Engine
import Insight
import Phrases
import Screen
import Vocabulary

/// The activation's curve below the steps, over the same sums: z falls on the curve, and the gauge beside
/// it is as high as the point. What answers the question has the line of its threshold.
extension DenseScreen {
  mutating func drawCurve(_ first: Int) {
    let rows = first..<first + layout.curve
    canvas.name(.word("curve"), rows: rows)
    guard let now else { return }
    let heights = now.curve.heights(from: axis.low, to: axis.high)
    drawHeights(heights, rows)
    drawLine(now.curve, heights, rows)
    drawPoint(now, heights, rows)
    drawGauge(now, heights, rows)
    drawWords(now, rows)
  }

  /// From which output on the answer is yes; nil where the layer does not answer.
  private var threshold: Float? {
    guard layer == state.position.description.layers.count - 1, settings.units == 1,
      settings.activation.range == 0...1
    else { return nil }
    return state.model.output?.threshold
  }

  /// The ends of the outputs, the line of z = 0 and that of the threshold.
  private mutating func drawHeights(_ heights: ClosedRange<Double>, _ rows: Range<Int>) {
    func label(_ text: Phrase, _ row: Int) {
      canvas.write(
        text, column: axis.start - 1 - text.count, row: row, style: Style(.quiet))
    }
    label(DensePhrases.end(heights.upperBound), rows.lowerBound)
    label(DensePhrases.end(heights.lowerBound), rows.upperBound - 1)
    for row in rows { drawZero(row) }
    guard let threshold else { return }
    let (line, _) = place(Double(threshold), heights, rows.count)
    let row = rows.lowerBound + line
    for column in axis.columns { canvas[column, row] = Cell(.glyph("─"), Style(.ghost)) }
    if line > 0, line < rows.count - 1 { label(DensePhrases.threshold(threshold), row) }
  }

  private mutating func drawZero(_ row: Int) {
    canvas[axis.column(0), row] = Cell(.glyph("│"), Style(.ghost))
  }

  private mutating func drawLine(
    _ curve: DenseCurve, _ heights: ClosedRange<Double>, _ rows: Range<Int>
  ) {
    var before: Int?
    for offset in 0..<axis.count {
      let (line, isLow) = place(curve.value(at: axis.sum(at: offset)), heights, rows.count)
      // Where it is steep the lines between are filled.
      let last = before ?? line
      for between in min(line, last) + 1..<max(min(line, last) + 1, max(line, last)) {
        canvas[axis.start + offset, rows.lowerBound + between] = Cell(.glyph("│"), Style(.text))
      }
      before = line
      canvas[axis.start + offset, rows.lowerBound + line] = Cell(
        .glyph(isLow ? "▁" : "─"), Style(.text))
    }
  }

  /// From the sum down to its point on the curve, and where it was before a what-if.
  private mutating func drawPoint(
    _ now: DenseUnit, _ heights: ClosedRange<Double>, _ rows: Range<Int>
  ) {
    if let before, (before.sum.total - now.sum.total).magnitude >= 0.0005,
      before.sum.total.isFinite
    {
      let (line, _) = place(before.curve.value(at: before.sum.total), heights, rows.count)
      for row in rows.lowerBound...rows.lowerBound + line {
        canvas.markBefore(axis.column(before.sum.total), row)
      }
    }
    guard now.sum.total.isFinite else { return }
    let column = axis.column(now.sum.total)
    let (line, _) = place(now.curve.value(at: now.sum.total), heights, rows.count)
    for row in rows.lowerBound..<rows.lowerBound + line {
      canvas[column, row] = Cell(.glyph("│"), Style(.accent))
    }
    canvas[column, rows.lowerBound + line] = Cell(.glyph("●"), Style(.accent, bold: true))
  }

  /// How high the output is, with what it means.
  private mutating func drawGauge(
    _ now: DenseUnit, _ heights: ClosedRange<Double>, _ rows: Range<Int>
  ) {
    let start = columns.plot.upperBound + 1
    let isFloor = heights.lowerBound == 0
    let most = Float(heights.upperBound)
    for (line, row) in rows.enumerated() {
      let cell = Bar.cell(
        isFloor ? now.output / most : now.output, scale: isFloor ? .unit : .symmetric(most),
        ink: .text, line: line, height: rows.count)
      let isEmpty = cell.content == .glyph(" ")
      for offset in 0..<3 {
        canvas[start + offset, row] =
          isEmpty ? Cell(.glyph(offset == 1 ? "│" : " "), Style(.ghost)) : cell
      }
    }
    if let before, (before.output - now.output).magnitude >= 0.0005, before.output.isFinite {
      let (line, _) = place(Double(before.output), heights, rows.count)
      for offset in 0..<3 { canvas.markBefore(start + offset, rows.lowerBound + line, "╌") }
    }
    let rect = Rect(column: start, row: rows.lowerBound, width: 3, height: rows.count)
    canvas.name(outputPart(of: settings.name), rect)
    guard let threshold, let meaning = state.model.output else { return }
    canvas.name(
      .word("answer"),
      Rect(
        column: start, row: rows.lowerBound, width: size.width - start, height: rows.count))
    let (line, _) = place(Double(threshold), heights, rows.count)
    let isYes = meaning.answer(now.output)
    for (word, row, isSo) in [
      (DensePhrases.yes, rows.lowerBound + line / 2, isYes),
      (DensePhrases.no, rows.lowerBound + (line + rows.count) / 2, !isYes),
    ] {
      canvas.write(
        plain: word, column: start + 4, row: row,
        style: isSo ? Style(.warning, bold: true) : Style(.quiet),
        width: max(0, size.width - start - 4))
    }
  }

  /// The curve's equation with the output, and what is asked.
  private mutating func drawWords(_ now: DenseUnit, _ rows: Range<Int>) {
    let width = axis.start - 8
    let output = DensePhrases.number(now.output, isShare: settings.activation.range == 0...1)
    var lines: [(forms: [Phrase], style: Style)] = [
      (
        DensePhrases.output(settings.activation.words(of: "z"), output),
        Style(.text, bold: true)
      )
    ]
    if let before, (before.output - now.output).magnitude >= 0.0005 {
      let old = DensePhrases.number(before.output, isShare: settings.activation.range == 0...1)
      lines.append(([DensePhrases.before(old)], Style(.quiet)))
    }
    if threshold != nil, let meaning = state.model.output {
      lines.append(([DensePhrases.asks(meaning.label)], Style(.warning)))
    }
    for (line, row) in zip(lines, rows) {
      canvas.write(
        Fitted.form(line.forms, width: width), column: 1, row: row, style: line.style,
        width: width)
    }
    canvas.name(
      outputPart(of: settings.name),
      Rect(column: 0, row: rows.lowerBound, width: width + 1, height: min(2, rows.count)))
  }

  /// The line on which an output lies, and whether in its lower half.
  private func place(
    _ output: Double, _ heights: ClosedRange<Double>, _ rows: Int
  ) -> (line: Int, isLow: Bool) {
    guard output.isFinite else { return (0, false) }
    let share = (heights.upperBound - output) / (heights.upperBound - heights.lowerBound)
    let down = min(max(0, share) * Double(rows), Double(rows) - 0.01)
    return (Int(down), down - down.rounded(.down) > 0.5)
  }
}
