import Engine
import Insight
import Phrases
import Screen

/// The sums, and the gates that their curves make of them.
extension UnitScreen {
  /// Returns the row after them.
  mutating func drawSums(_ first: Int) -> Int {
    var row = first
    if layout.showsRule {
      let rule = String(repeating: "─", count: max(0, columns.end - columns.products[0]))
      canvas.write(plain: rule, column: columns.products[0], row: row, style: Style(.ghost))
      row += 1
    }
    mark(2, row)
    canvas.write(
      Fitted.form(sumForms, width: labelRoom), column: 1, row: row, style: style(2),
      width: labelRoom)
    drawResults(2, row) { PrintedNumber($0.total) }
    canvas.name(.word("sums"), rows: first..<row + 1)
    let gates = row + 1
    row += 1
    mark(3, row)
    let labelEnd = canvas.write(
      Fitted.form(gateForms, width: labelRoom), column: 1, row: row, style: style(3),
      width: labelRoom)
    drawCurve(row, after: labelEnd)
    drawResults(3, row) {
      PrintedNumber($0.isHeld ? $0.curved : Double($0.result), signed: $0.isSigned)
    }
    let end = drawHeld(row + 1)
    canvas.name(.word("gates"), rows: gates..<end)
    // Each gate has a column of its own over both.
    for (gate, column) in zip(sums, columns.products) {
      canvas.name(
        gate.name.part(of: settings.name),
        Rect(column: column, row: gates - 1, width: columns.figure, height: end - gates + 1))
    }
    return end
  }

  /// The columns that the words of a row without value and weight may take.
  private var labelRoom: Int {
    columns.isFull ? columns.value + columns.figure - 1 : columns.weights[0] + columns.figure - 1
  }

  private var sumForms: [Phrase] {
    // The sum that is chosen: in a layer with a reset they differ.
    let sum = (settings.quantity(state.position.sum) ?? settings.sums.first)?.sum
    let letter = "\(source?.letter ?? "x")"
    let forms = sum.map { sum in
      [
        settings.text(
          of: sum, input: "\(letter)[\(state.timestepRead(by: layer))]",
          hidden: "h[\(state.timestep - 1)]"),
        settings.text(of: sum, input: letter),
      ]
    }
    return UnitPhrases.sums(of: (forms ?? []).map { Phrase(reading: $0) })
  }

  private var gateForms: [Phrase] {
    // Gates that have one curve stand together, in the order of their columns.
    var groups: [(letters: String, curve: String)] = []
    for gate in sums {
      let curve = gate.sum?.activation.words(of: "z") ?? ""
      if let place = groups.firstIndex(where: { $0.curve == curve }) {
        groups[place].letters += " \(gate.letter)"
      } else {
        groups.append((String(gate.letter), curve))
      }
    }
    guard groups.count > 1 else { return UnitPhrases.gates(of: groups[0].curve) }
    let full = groups.map { "\($0.letters) = \($0.curve)" }
    let brief = [groups[0].curve] + groups.dropFirst().map { "\($0.letters) \($0.curve)" }
    return [
      Phrase(reading: full.joined(separator: ", ")), Phrase(reading: brief.joined(separator: ", ")),
      UnitPhrases.gates,
    ]
  }

  /// The number put into the curve of the chosen sum, where the value and weight of a term stand.
  private mutating func drawCurve(_ row: Int, after end: Int) {
    guard let ledger, isReached(3) else { return }
    let sum = ledger[state.position.sum]
    let curve = Phrase(reading: sum.activation.words(of: PrintedSum.text(sum.total)))
    let right = columns.weights[0] + columns.figure
    let forms: [Phrase] = ["\(sum.gate.letter) = \(curve)", curve]
    guard let text = Fitted.whole(forms, width: right - end - 1) else { return }
    canvas.write(text, column: right - text.count, row: row, style: Style(sum.gate.ink))
  }

  /// What stands in a gate's place while a what-if holds it; returns the row after.
  private mutating func drawHeld(_ row: Int) -> Int {
    guard let ledger, ledger.sums.contains(where: \.isHeld) else { return row }
    mark(3, row)
    canvas.write(
      plain: Fitted.form(UnitPhrases.held, width: labelRoom), column: 1, row: row,
      style: Style(isReached(3) ? .warning : .quiet), width: labelRoom)
    for (place, sum) in ledger.sums.enumerated() where sum.isHeld {
      put(
        isReached(3) ? PrintedNumber(Double(sum.result), signed: sum.isSigned) : nil,
        column: columns.products[place], row: row, style: Style(.warning, bold: true),
        mark: isReached(3))
    }
    return row + 1
  }

  /// Whether a what-if touches the gate; what holds it instead has a row and a mark of its own.
  private func isTouched(_ gate: QuantityName) -> Bool {
    state.isSupposed(
      layer: layer, unit: state.unit(of: layer), quantity: gate, timestep: state.position.timestep)
  }

  private mutating func drawResults(
    _ phase: Int, _ row: Int, _ figure: (Ledger.Sum) -> PrintedNumber
  ) {
    for (place, gate) in sums.enumerated() {
      let sum = ledger?.sums[place]
      let ink: Ink = sum?.isHeld == true && phase == 3 ? .quiet : gate.name.ink
      put(
        isReached(phase) ? sum.map(figure) : nil, column: columns.products[place], row: row,
        style: Style(ink, bold: ink != .quiet),
        mark: phase == 3 && isReached(phase) && isTouched(gate.name) && sum?.isHeld == false)
    }
  }
}

extension Ledger.Sum {
  /// Whether the gate is written with its sign: a share has none.
  var isSigned: Bool { activation.range != 0...1 }
}
