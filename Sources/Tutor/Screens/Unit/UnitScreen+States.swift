import Engine
import Insight
import Phrases
import Screen

/// From gates to states: what is kept, what is written, what is shown, what is output.
extension UnitScreen {
  /// A product of a gate and a number, as a row of the ledger.
  private struct Product {
    var phase: Int
    /// What it is called, at several lengths.
    var labels: [Phrase]
    /// The number of its first factor and that of the others, which stand as value and weight.
    var first: Double
    var second: Double?
    var inks: (first: Ink, second: Ink)
    var printed: PrintedNumber?
    var isSigned: Bool
  }

  /// Returns the row after them.
  mutating func drawStates(_ first: Int) -> Int {
    var row = first
    for equation in settings.stateEquations { row = draw(equation, row) }
    canvas.name(.word("outputs"), row: row)
    drawOutput(row)
    return row + 1
  }

  /// The products of one state, and what they come to behind the last.
  private mutating func draw(_ equation: StateEquation, _ first: Int) -> Int {
    let now = state.timestep
    let phase = phases.phase(of: equation.state)
    let letter = equation.state.letter
    let products = products(of: equation, phase, before: "[\(now - 1)]")
    for (index, product) in products.enumerated() { drawProduct(product, first + index) }
    let end = first + products.count
    canvas.name(.word(equation.state.short), rows: first..<end)
    canvas.name(equation.state.part(of: settings.name), rows: first..<end)
    // A short name and a number of its own have to stand behind the products.
    let behind = columns.products[0] + columns.figure
    let column = behind + max(1, min(3, size.width - 10 - behind))
    if products.count > 1 {
      let room = size.width - column - 1
      let forms = [("[\(now)]", "[\(now - 1)]"), ("", "")].map { at, before in
        Phrase(reading: "\(letter)\(at) = ")
          + Phrase(reading: equation.written { $0.letters(before: before) })
      }
      canvas.write(
        Fitted.form(forms, width: room), column: column, row: first, style: style(phase),
        width: room)
    }
    drawResult(
      ["\(String(letter))[\(now)] = ", "\(String(letter)) = ", "= "],
      ledger?.state(equation.state)?.result, equation.state, phase, column, end - 1)
    return end
  }

  private func products(
    of equation: StateEquation, _ phase: Int, before: Phrase
  ) -> [Product] {
    let made = ledger?.state(equation.state)
    let isSingle = equation.products.count == 1
    let sum = made.flatMap {
      isSingle ? nil : PrintedSum($0.products.map(\.value), total: Double($0.result))
    }
    return equation.products.enumerated().map { place, factors in
      let values = made?.products[place].values ?? factors.map { _ in 0 }
      let rest = values.dropFirst()
      let gate = factors.first?.gate.flatMap { settings.quantity($0) }
      let printed =
        isSingle
        ? made.map { PrintedNumber(Double($0.result)) }
        : sum.map { PrintedNumber(thousandths: $0.addends[place]) }
          ?? made.map { PrintedNumber($0.products[place].value) }
      let ink = factors.first?.name.ink ?? .text
      return Product(
        phase: phase, labels: labels(factors, phase, before),
        first: values.first ?? 0, second: rest.isEmpty ? nil : rest.reduce(1, *),
        inks: (ink, factors.dropFirst().last?.name.ink ?? ink), printed: printed,
        isSigned: gate?.range != 0...1)
    }
  }

  /// What a product is called: what is kept of a state before, what is shown of one through a curve,
  /// what is written.
  private func labels(
    _ factors: [StateEquation.Factor], _ phase: Int, _ before: Phrase
  ) -> [Phrase] {
    func text(_ factor: (StateEquation.Factor) -> Phrase) -> Phrase {
      Phrase.joined(factors.map(factor), separator: "·")
    }
    func letters(_ factor: StateEquation.Factor) -> Phrase {
      if case .before(let name) = factor { return Phrase(plain: "\(name.letter)") + before }
      return Phrase(plain: factor.letters(before: ""))
    }
    let old = factors.lazy.compactMap { if case .before(let name) = $0 { name } else { nil } }.first
    if let old {
      if ledger?.state(old)?.isErased == true {
        let none = text { if case .before = $0 { "0" } else { letters($0) } }
        return UnitPhrases.erased(none, state: old.letter, before: before)
      }
      return UnitPhrases.kept(text(letters))
    }
    let written = text(letters)
    guard let curved = factors.first(where: \.isCurved) else {
      return UnitPhrases.written(written)
    }
    // The number that goes into the curve is there once its result is.
    let argument =
      isReached(phase)
      ? ledger?.state(curved.name).map { PrintedSum.text(Double($0.result)) } : nil
    let shown = text { factor in
      guard case .curved(_, let activation) = factor, let argument else { return letters(factor) }
      return Phrase(reading: activation.words(of: argument))
    }
    return UnitPhrases.shown(shown) + [
      written, Phrase(plain: phases.state(of: phase).map { String($0.letter) } ?? ""),
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
      isThere ? PrintedNumber(product.first, signed: product.isSigned) : nil,
      column: columns.value, row: row, style: Style(product.inks.first))
    if let second = product.second {
      if isThere { putTimes(columns.weights[0], row) }
      put(
        isThere ? PrintedNumber(second) : nil, column: columns.weights[0], row: row,
        style: Style(product.inks.second))
    }
    put(isThere ? product.printed : nil, column: columns.products[0], row: row, style: style)
  }

  private mutating func drawResult(
    _ names: [Phrase], _ value: Float?, _ quantity: QuantityName, _ phase: Int, _ column: Int,
    _ row: Int
  ) {
    let isThere = isReached(phase)
    let number: Phrase =
      isThere ? value.map { Phrase(reading: PrintedSum.text(Double($0))) } ?? "·" : "·"
    let room = size.width - column - 1 - number.count
    let end = canvas.write(
      Fitted.form(names, width: room), column: column, row: row, style: style(phase))
    canvas.write(
      number, column: end, row: row,
      style: isThere ? Style(quantity.ink, bold: true) : Style(.ghost), width: size.width - end)
  }

  /// Whether the hidden state is an output of the layer now, and where it goes.
  private mutating func drawOutput(_ row: Int) {
    mark(phases.output, row)
    guard isReached(phases.output) else {
      canvas.write(
        plain: UnitPhrases.outputLater, column: 1, row: row, style: Style(.quiet))
      return
    }
    let output = UnitOutput(state, layer: layer, settings: settings)
    canvas.write(
      Fitted.form(output.forms, width: size.width - 2), column: 1, row: row,
      style: style(phases.output, output.isNow ? QuantityName.hiddenState.ink : .text),
      width: size.width - 2)
  }
}
