import Engine
import Insight
import Phrases
import Wording

/// The Dense screen: one unit's sum step by step, and what leaves all units.
extension PlainText {
  mutating func addDense() {
    guard case .layer(let index) = state.position.layer,
      state.plan.layers.indices.contains(index),
      let settings = state.plan.layers[index].layer.settings as? Dense
    else { return }
    let unit = state.unit(of: index)
    let timestep = state.position.timestep
    add(PlainPhrases.unit(unit, of: settings.units, in: settings.name, at: timestep) + ".")
    let screen = DenseScreen(
      state, size: .init(width: 200, height: 60), layer: index, settings: settings)
    if screen.now?.reading.awaited != nil || screen.now == nil {
      if let sentence = DenseSentences(screen).all.first { add(sentence.forms[0]) }
    }
    guard let now = screen.now, let steps = screen.steps else { return }
    addSteps(steps)
    add(
      PlainPhrases.sum(
        PrintedSum.text(now.sum.total), curve: settings.activation.words(of: "z"),
        output: DensePhrases.number(now.output, isShare: settings.activation.range == 0...1).text))
    let said = DenseSentences(screen, saysSum: false).all
    for sentence in now.reading.awaited == nil ? said : Array(said.dropFirst()) {
      add(sentence.forms[0])
    }
    guard settings.units > 1 else { return }
    add(PlainPhrases.outputs(of: settings.name, units: settings.units))
    add(numbers: now.reading.outputs, PlainPhrases.units)
  }

  private mutating func addSteps(_ steps: DenseSteps) {
    var total = 0
    let running = steps.running()
    for (place, row) in steps.rows.enumerated() {
      if let printed = steps.printed { total += printed.addends[place] }
      let product =
        steps.printed.map { PrintedSum.text($0.addends[place]) }
        ?? PrintedSum.text(steps.exact[place])
      let soFar =
        steps.printed == nil ? PrintedSum.text(running[place]) : PrintedSum.text(total)
      switch row {
      case .bias: add(PlainPhrases.bias(product))
      case .term(let input):
        let term = steps.sum.terms[input]
        add(
          PlainPhrases.term(
            state.termLabels(input)[0].text, value: PrintedSum.text(term.value, signed: false),
            weight: PrintedSum.text(term.weight), product: product, soFar: soFar))
      case .larger(let count):
        add(PlainPhrases.terms(DensePhrases.larger(count)[0].text, product: product, soFar: soFar))
      case .smaller(let count, let zeros):
        add(
          PlainPhrases.terms(
            DensePhrases.smaller(count, zeros: zeros)[0].text, product: product, soFar: soFar))
      case .zeros(let count): add(PlainPhrases.sentence(DensePhrases.zeros(count)[0].text))
      }
    }
  }
}
