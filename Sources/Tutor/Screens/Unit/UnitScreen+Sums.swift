import Engine
import Insight
import Phrases
import Screen

/// The table of the sums: a row is a value, its weight and the product.
extension UnitScreen {
  mutating func drawHeader(_ row: Int) {
    let isRoomy = columns.times.count > 1
    put(word: UnitPhrases.value, column: columns.value, row: row, style: Style(.quiet))
    for (index, gate) in sums.enumerated() {
      let ink = gate.name.ink
      let isChosen = gate.name == state.position.sum
      if columns.isFull || isChosen {
        // One weight column needs to say whose weights stand in it.
        let text =
          columns.isFull || !isRoomy ? UnitPhrases.weight : UnitPhrases.weight(of: gate.letter)
        let end = columns.weights[columns.isFull ? index : 0] + columns.figure
        canvas.write(
          plain: text, column: end - text.count, row: row,
          style: Style(isChosen ? ink : .quiet))
      }
      let full = "\(gate.letter) \(gate.short)"
      let text = full.count <= columns.figure + (isRoomy ? 1 : 0) ? full : "\(gate.letter)"
      canvas.write(
        plain: text, column: columns.products[index] + columns.figure - text.count, row: row,
        style: Style(ink, bold: isChosen, underlined: isChosen))
    }
  }

  /// The terms; returns the row after them. The bias stands last, right above the sums: where there
  /// are fewer terms, as at t 0, nothing else moves.
  mutating func drawTerms(_ first: Int) -> Int {
    let end = first + layout.terms
    guard let ledger, let table else {
      for row in first..<end { drawUnread(row) }
      return end
    }
    for (index, term) in table.rows.enumerated() {
      let row = term.isBias ? end - (table.rows.count - index) : first + index
      drawTerm(term, index, ledger, table, row)
    }
    return end
  }

  private mutating func drawUnread(_ row: Int) {
    put(nil, column: columns.value, row: row, style: Style())
    for column in columns.products { put(nil, column: column, row: row, style: Style()) }
  }

  private mutating func drawTerm(
    _ term: LedgerTable.Row, _ index: Int, _ ledger: Ledger, _ table: LedgerTable, _ row: Int
  ) {
    mark(1, row)
    mark(2, row)
    let isSingle = term.isSingle
    let isQuiet = !isSingle && !term.isBias
    let style = isQuiet ? Style(.quiet) : style(1)
    let label = Fitted.form(labels(term), width: columns.label)
    canvas.write(label, column: 1, row: row, style: style, width: columns.label)
    let chosen = ledger[state.position.sum]
    if isReached(2), isSingle { putTimes(columns.weights[0], row) }
    if let value = term.value(in: chosen) {
      put(
        PrintedNumber(value), column: columns.value, row: row, style: style,
        mark: isValueChanged(term))
    }
    for (place, sum) in ledger.sums.enumerated() {
      let isChosen = sum.gate == state.position.sum
      if let weight = term.weight(in: sum), columns.isFull || isChosen {
        let column = columns.weights[columns.isFull ? place : 0]
        put(
          isReached(2) ? PrintedNumber(weight) : nil, column: column, row: row,
          style: Style(.quiet), mark: isReached(2) && isWeightChanged(term, place))
      }
      let isNothing = term.isNothing
      let figure: PrintedNumber? =
        !isReached(2)
        ? nil
        : isNothing
          ? .nothing
          : table.printed[place].map { PrintedNumber(thousandths: $0.addends[index]) }
            ?? PrintedNumber(table.exact[place][index])
      var style = isQuiet ? Style(.quiet) : Style(isChosen ? sum.gate.ink : .text)
      if isNothing { style.ink = .quiet }
      put(
        figure, column: columns.products[place], row: row, style: style,
        mark: term.isBias && isReached(2) && isWeightChanged(term, place))
    }
  }
}

extension LedgerTable.Row {
  var isBias: Bool { self == .bias || self == .recurrentBias }

  var isSingle: Bool {
    switch self {
    case .input, .state: true
    case .zeroInputs, .otherInputs, .otherStates, .zeroStates, .bias, .recurrentBias: false
    }
  }

  /// Whether every term of the row is 0.
  var isNothing: Bool {
    switch self {
    case .zeroInputs, .zeroStates: true
    case .input, .state, .otherInputs, .otherStates, .bias, .recurrentBias: false
    }
  }

  private func term(in sum: Ledger.Sum) -> Ledger.Term? {
    switch self {
    case .input(let place): sum.inputs[place]
    case .state(let unit): sum.states[unit]
    case .zeroInputs, .otherInputs, .otherStates, .zeroStates, .bias, .recurrentBias: nil
    }
  }

  func value(in sum: Ledger.Sum) -> Double? { term(in: sum)?.value }
  /// The weight, with what a reset gate lets through.
  func weight(in sum: Ledger.Sum) -> Double? { term(in: sum).map { $0.weight * $0.share } }
}
