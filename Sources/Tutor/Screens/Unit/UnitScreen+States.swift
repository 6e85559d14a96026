import Engine
import Screen

/// From gates to states: what is kept, what is written, what is shown, what leaves.
extension UnitScreen {
  /// A product of a gate and a number, as a row of the ledger.
  private struct Product {
    var phase: Int
    /// What it is called, at several lengths.
    var labels: [Phrase]
    var first: (value: Double, quantity: QuantityName)
    var second: (value: Double, quantity: QuantityName)
    var printed: PrintedNumber?
    var isSigned: Bool
  }

  /// Returns the row after them.
  mutating func drawStates(_ first: Int) -> Int {
    let now = max(0, state.position.timestep)
    let before: Phrase = "c[\(now - 1)]"
    for (index, product) in products(now, before).enumerated() {
      drawProduct(product, first + index)
    }
    nameStates(first)
    let column = columns.products[0] + columns.figure + 3
    let room = size.width - column - 1
    canvas.write(
      Fitted.form(["c[\(now)] = f·\(before) + i·g", "c = f·c + i·g"], width: room), column: column,
      row: first,
      style: style(4), width: room)
    drawResult("c[\(now)] = ", ledger?.cellState, .cellState, 4, column, first + 1)
    drawResult("h[\(now)] = ", ledger?.hiddenState, .hiddenState, 5, column, first + 2)
    drawLeaving(first + 3)
    return first + 4
  }

  /// The two products of the cell state, the one of the hidden state, and what leaves.
  private mutating func nameStates(_ first: Int) {
    let cell = first..<first + 2
    canvas.name("cell", rows: cell)
    canvas.name(QuantityName.cellState.address(in: settings.name), rows: cell)
    canvas.name("hidden", row: first + 2)
    canvas.name(QuantityName.hiddenState.address(in: settings.name), row: first + 2)
    canvas.name("leaves", row: first + 3)
  }

  private func products(_ now: Int, _ before: Phrase) -> [Product] {
    func gate(_ gate: QuantityName) -> (Double, QuantityName) {
      (ledger.map { Double($0[gate].result) } ?? 0, gate)
    }
    let cell = ledger.flatMap {
      PrintedSum([$0.kept, $0.written], total: Double($0.cellState))
    }
    func printed(_ place: Int, _ exact: Double?) -> PrintedNumber? {
      cell.map { PrintedNumber(thousandths: $0.addends[place]) } ?? exact.map { PrintedNumber($0) }
    }
    let isSigned = settings.recurrentActivation.range != 0...1
    let old = Double(ledger?.cellBefore ?? 0)
    let argument =
      isReached(5) ? ledger.map { PrintedSum.text(Double($0.cellState)) } ?? "c" : "c"
    let shown = Phrase(reading: "o·\(settings.activation.words(of: argument))")
    return [
      Product(
        phase: 4,
        labels: ledger?.isCellErased == true
          ? ["f·0, \(before) is erased", "f·0, c erased"]
          : ["f·\(before), what is kept", "f·\(before), kept", "f·\(before)"],
        first: gate(.forgetGate), second: (old, .cellState), printed: printed(0, ledger?.kept),
        isSigned: isSigned),
      Product(
        phase: 4, labels: ["i·g, what is written", "i·g, written", "i·g"], first: gate(.inputGate),
        second: gate(.cellCandidate), printed: printed(1, ledger?.written), isSigned: isSigned),
      Product(
        phase: 5,
        labels: [
          "\(shown), what is shown", "\(shown), shown", shown,
          "o·\(settings.activation.words(of: "c"))", "h",
        ],
        first: gate(.outputGate), second: (ledger?.curvedCell ?? 0, .cellState),
        printed: ledger.map { PrintedNumber(Double($0.hiddenState)) }, isSigned: isSigned),
    ]
  }

  private mutating func drawProduct(_ product: Product, _ row: Int) {
    mark(product.phase, row)
    let isThere = isReached(product.phase)
    let style = style(product.phase)
    canvas.write(
      Fitted.form(product.labels, width: columns.label), column: 1, row: row, style: style,
      width: columns.label)
    put(
      isThere ? PrintedNumber(product.first.value, signed: product.isSigned) : nil,
      column: columns.value, row: row, style: Style(product.first.quantity.ink))
    if isThere { putTimes(columns.weights[0], row) }
    put(
      isThere ? PrintedNumber(product.second.value) : nil, column: columns.weights[0], row: row,
      style: Style(product.second.quantity.ink))
    put(isThere ? product.printed : nil, column: columns.products[0], row: row, style: style)
  }

  private mutating func drawResult(
    _ name: Phrase, _ value: Float?, _ quantity: QuantityName, _ phase: Int, _ column: Int,
    _ row: Int
  ) {
    let end = canvas.write(name, column: column, row: row, style: style(phase))
    let isThere = isReached(phase)
    canvas.write(
      isThere ? value.map { Phrase(reading: PrintedSum.text(Double($0))) } ?? "·" : "·",
      column: end, row: row,
      style: isThere ? Style(quantity.ink, bold: true) : Style(.ghost))
  }

  /// What of the hidden state leaves the layer now, and where it goes.
  private mutating func drawLeaving(_ row: Int) {
    mark(6, row)
    guard isReached(6) else {
      canvas.write(
        plain: "leaves: what goes on from here", column: 1, row: row, style: Style(.quiet))
      return
    }
    let leaving = Leaving(state, layer: layer, settings: settings)
    canvas.write(
      Fitted.form(leaving.forms, width: size.width - 2), column: 1, row: row,
      style: style(6, leaving.isNow ? QuantityName.hiddenState.ink : .text), width: size.width - 2)
  }
}
