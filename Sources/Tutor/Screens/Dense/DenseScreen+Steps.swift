import Engine
import Insight
import Phrases
import Screen
import Vocabulary

/// The sum as steps: each bar begins where the one above it ends, the last one ends at z.
extension DenseScreen {
  /// Returns the row after the sum.
  mutating func drawSteps(_ first: Int) -> Int {
    drawHead(first)
    let end = first + 1 + layout.steps * layout.step
    guard let steps, let now else {
      for row in first + 1..<end { put(nil, column: columns.product, row: row) }
      drawTotal(nil, end)
      return end + 1
    }
    let running = steps.running()
    let old = before.map { steps.running($0.sum) }
    var total = 0
    for (place, step) in steps.rows.enumerated() {
      let row = first + 1 + place * layout.step
      if let printed = steps.printed { total += printed.addends[place] }
      let from = place == 0 ? 0 : running[place - 1]
      for line in 0..<max(1, layout.step) {
        drawGround(row + line)
        drawBar(from: from, to: running[place], of: steps.exact[place], row + line)
        guard let old, (old[place] - running[place]).magnitude >= 0.0005, old[place].isFinite
        else { continue }
        canvas.markBefore(axis.column(old[place]), row + line)
      }
      drawLabel(step, row)
      drawNumbers(step, steps, place, soFar: steps.printed == nil ? nil : total, running, row)
    }
    let drawn = first + 1 + steps.rows.count * layout.step
    for row in drawn..<max(drawn, end) { drawGround(row) }
    drawTotal(now, end)
    return end + 1
  }

  private mutating func drawHead(_ row: Int) {
    func word(_ word: String, endingAt end: Int) {
      canvas.write(
        plain: word, column: end - word.count, row: row, style: Style(.quiet))
    }
    canvas.write(
      plain: Fitted.form(DensePhrases.term, width: columns.label), column: 1, row: row,
      style: Style(.quiet), width: columns.label)
    word(DensePhrases.value, endingAt: columns.value + columns.figure)
    word(DensePhrases.weight, endingAt: columns.weight + columns.figure)
    word(DensePhrases.product, endingAt: columns.product + columns.figure)
    if let soFar = columns.soFar {
      word(DensePhrases.soFar, endingAt: soFar + columns.figure)
    }
    if let before = columns.before {
      word(UnitPhrases.before, endingAt: before + columns.figure)
    }
    guard now != nil else { return }
    // The ends of the axis, and zero where it does not come too near to them.
    let low = DensePhrases.end(axis.low)
    let high = DensePhrases.end(axis.high)
    let zero = axis.column(0)
    let highColumn = axis.columns.upperBound - high.count
    canvas.write(low, column: axis.start, row: row, style: Style(.quiet))
    canvas.write(high, column: highColumn, row: row, style: Style(.quiet))
    guard zero > axis.start + low.count, zero < highColumn - 1 else { return }
    canvas.write(plain: "0", column: zero, row: row, style: Style(.quiet))
  }

  /// The line of zero.
  private mutating func drawGround(_ row: Int) {
    canvas[axis.column(0), row] = Cell(.glyph("│"), Style(.ghost))
  }

  private mutating func drawBar(from: Double, to: Double, of product: Double, _ row: Int) {
    guard from.isFinite, to.isFinite, product.magnitude >= 0.0005 else { return }
    var (low, high) = (axis.halves(min(from, to)), axis.halves(max(from, to)))
    // What is not nothing has a half at least.
    if low == high {
      if low == 2 * axis.count { low -= 1 } else { high += 1 }
    }
    let share = Float(product / max(most, .leastNonzeroMagnitude))
    let ink = Ink.signed(share < 0 ? min(-0.4, share) : max(0.4, share))
    for cell in low / 2..<(high + 1) / 2 {
      let left = low <= 2 * cell
      let right = 2 * cell + 1 < high
      canvas[axis.start + cell, row] = Cell(
        .glyph(left && right ? "█" : left ? "▌" : "▐"), Style(ink))
    }
  }

  // MARK: - Words and numbers

  private func isChosen(_ step: DenseSteps.Row) -> Bool {
    if case .term(let place) = step { place == term } else { false }
  }

  private mutating func drawLabel(_ step: DenseSteps.Row, _ row: Int) {
    let isChosen = isChosen(step)
    if isChosen { canvas[0, row] = Cell(.glyph("▌"), Style(.accent)) }
    let style: Style =
      switch step {
      case .bias: Style(.text)
      case .term: Style(isChosen ? .accent : .text, bold: isChosen)
      case .larger, .smaller, .zeros: Style(.quiet)
      }
    canvas.write(
      Fitted.form(labels(step), width: columns.label), column: 1, row: row, style: style,
      width: columns.label)
    let rect = Rect(column: 0, row: row, width: size.width, height: layout.step)
    switch step {
    case .term(let place): canvas.click(rect, .does(.term(.named(place))))
    case .bias: canvas.name(QuantityName.bias.part(of: settings.name), rect)
    case .larger, .smaller, .zeros: break
    }
  }

  private func labels(_ step: DenseSteps.Row) -> [Phrase] {
    switch step {
    case .bias: DensePhrases.bias
    case .larger(let count): DensePhrases.larger(count)
    case .smaller(let count, let zeros): DensePhrases.smaller(count, zeros: zeros)
    case .zeros(let count): DensePhrases.zeros(count)
    case .term(let place): termLabels(place)
    }
  }

  /// The longest form that fits all units of the layer before: one column is written in one way. A
  /// feature has its own name.
  private func termLabels(_ place: Int) -> [Phrase] {
    let labels = state.termLabels(place)
    guard let before = state.plan.layers[layer].before else { return labels }
    let last = state.termLabels(state.units(of: before) - 1)
    let form = last.firstIndex { $0.count <= columns.label } ?? last.count - 1
    return [labels[form]]
  }

  private mutating func drawNumbers(
    _ step: DenseSteps.Row, _ steps: DenseSteps, _ place: Int, soFar: Int?, _ running: [Double],
    _ row: Int
  ) {
    let isChosen = isChosen(step)
    if case .term(let input) = step {
      let term = steps.sum.terms[input]
      put(
        PrintedNumber(term.value, signed: false), column: columns.value, row: row,
        style: Style(.quiet))
      // Weights are rarely as wide as their column.
      let gap = columns.weight - columns.value - columns.figure - 1
      canvas.write(
        plain: "×", column: columns.value + columns.figure + gap, row: row, style: Style(.quiet))
      put(
        PrintedNumber(term.weight), column: columns.weight, row: row,
        style: Style(isChanged(input) ? .warning : .quiet))
      if let before = state.plan.layers[layer].before {
        canvas.name(
          outputPart(of: state.plan.layers[before].layer.name),
          Rect(column: columns.value, row: row, width: columns.figure, height: 1))
      }
      canvas.name(
        QuantityName.kernel.part(of: settings.name),
        Rect(column: columns.weight, row: row, width: columns.figure, height: 1))
    }
    var isNothing = false
    if case .zeros = step { isNothing = true }
    let product: PrintedNumber =
      isNothing
      ? .nothing
      : steps.printed.map { PrintedNumber(thousandths: $0.addends[place]) }
        ?? PrintedNumber(steps.exact[place])
    put(
      product, column: columns.product, row: row,
      style: Style(isNothing ? .quiet : .text, bold: isChosen))
    if let column = columns.soFar {
      put(
        soFar.map { PrintedNumber(thousandths: $0) } ?? PrintedNumber(running[place]),
        column: column, row: row, style: Style(.quiet))
    }
    guard let column = columns.before, let before else { return }
    let old = Self.products(steps, before.sum)[place]
    guard (old - steps.exact[place]).magnitude >= 0.0005 else { return }
    put(PrintedNumber(old), column: column, row: row, style: Style(.quiet))
  }

  /// What the rows added in another sum.
  private static func products(_ steps: DenseSteps, _ sum: DenseSum) -> [Double] {
    let running = steps.running(sum)
    return running.indices.map { $0 == 0 ? running[0] : running[$0] - running[$0 - 1] }
  }

  /// The sum: from zero to where the steps have come.
  private mutating func drawTotal(_ now: DenseUnit?, _ row: Int) {
    canvas.name(.word("sum"), row: row)
    canvas.write(
      plain: Fitted.form(DensePhrases.total, width: columns.label), column: 1, row: row,
      style: Style(.text, bold: true), width: columns.label)
    let column = columns.soFar ?? columns.product
    guard let now else { return put(nil, column: column, row: row) }
    drawGround(row)
    let total = now.sum.total
    drawBar(from: 0, to: total, of: total, row)
    put(PrintedNumber(total), column: column, row: row, style: Style(.text, bold: true))
    guard let before, (before.sum.total - total).magnitude >= 0.0005, before.sum.total.isFinite
    else { return }
    canvas.markBefore(axis.column(before.sum.total), row)
    guard let column = columns.before else { return }
    put(PrintedNumber(before.sum.total), column: column, row: row, style: Style(.quiet))
  }

  /// A number that ends where its column does; a dot where there is none yet.
  private mutating func put(
    _ number: PrintedNumber?, column: Int, row: Int, style: Style = Style(.ghost)
  ) {
    let text = number?.phrase(width: columns.figure) ?? "·"
    canvas.write(
      text, column: column + max(0, columns.figure - text.count), row: row, style: style)
  }

  /// Whether a weight is another one than the model has.
  private func isChanged(_ input: Int) -> Bool {
    state.isChanged(
      weight: "\(settings.name)/\(QuantityName.kernel.rawValue)",
      at: input * settings.units + unit)
  }
}
