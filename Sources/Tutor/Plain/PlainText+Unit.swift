import Engine
import Insight
import Phrases
import Wording

/// The unit screen: what one unit reads, its gates, its states. Every number is the ledger's.
extension PlainText {
  mutating func addUnit() {
    guard case .layer(let index) = state.position.layer, state.recurrentLayers.contains(index),
      let settings = state.position.description.layers[index].recurrent
    else { return }
    let phases = UnitPhases(settings)
    let unit = state.unit(of: index)
    let timestep = state.position.timestep
    let name = PlainPhrases.unit(unit, of: settings.units, in: settings.name, at: timestep)
    add(
      state.position.phase == 0
        ? PlainPhrases.picture(of: name)
        : PlainPhrases.phase(state.position.phase, of: phases.count, of: name))
    if index == 0 { add(inputLine) }
    guard let timestep else {
      let words = UnitSentences(state, layer: index, settings: settings, ledger: nil, width: .max)
      for line in words.all { add(line) }
      add(gates(of: index, settings))
      add(outputs(index, settings))
      return
    }
    guard !state.skips(timestep, index) else {
      let said = UnitScreen.skipped(state, index, settings, at: timestep, width: .max)
      for sentence in said { add(sentence) }
      return
    }
    let ledger = Ledger(state.trace, layer: index, unit: unit, timestep: timestep)
    addSums(ledger)
    for sum in ledger.sums {
      let gate = PlainPhrases.gate(
        sum.gate.words, sum.gate.letter, value: decimal(sum.result, digits: 3),
        isHeld: sum.isHeld)
      add("3. \(gate)")
    }
    for equation in settings.stateEquations {
      add("\(phases.phase(of: equation.state)). " + made(equation, ledger))
    }
    add("\(phases.output). " + outputs(index, settings))
  }

  /// What arrives and what the sums make of it.
  private mutating func addSums(_ ledger: Ledger) {
    let settings = ledger.settings
    let gathers = PlainPhrases.gathers(
      inputs: ledger.sums[0].inputs.count, units: settings.units, before: ledger.timestep,
      isErased: ledger.isHiddenErased)
    let sums = ledger.sums.map { "\($0.gate.letter) \(number($0.total))" }
    add("1. \(gathers)")
    add("2. \(PlainPhrases.weighs(sums: sums, hasBias: settings.useBias))")
  }

  /// A state's equation with what entered it, erased or from another observation as it may be.
  private func made(_ equation: StateEquation, _ ledger: Ledger) -> String {
    guard let state = ledger.state(equation.state) else { return "" }
    func curve(_ activation: Activation, _ argument: String) -> String {
      "\(activation.rawValue)(\(argument))"
    }
    func number(_ factor: StateEquation.Factor) -> Float {
      switch factor {
      case .now(let name), .curved(let name, _): ledger.number(name)
      case .rest(let name): 1 - ledger.number(name)
      case .before(let name): ledger.state(name)?.before ?? 0
      }
    }
    func numbers(_ curved: (Activation, Float) -> String) -> String {
      equation.written(times: PlainPhrases.times, plus: PlainPhrases.plus) { factor in
        let value = number(factor)
        guard case .curved(_, let activation) = factor else { return decimal(value, digits: 3) }
        return curved(activation, value)
      }
    }
    let before = "[\(ledger.timestep - 1)]"
    var steps = [
      equation.written { $0.letters(before: before, curve: curve) },
      numbers { curve($0, decimal($1, digits: 3)) },
    ]
    if equation.hasCurve { steps.append(numbers { self.number($0.value(at: Double($1))) }) }
    if state.products.count > 1 {
      let parts = PrintedSum(state.products.map(\.value), total: Double(state.result))
      // Rounded so that they add up, like those on the screen.
      let products =
        parts.map { $0.addends.map { self.number(Double($0) / 1000) } }
        ?? state.products.map { self.number($0.value) }
      steps.append(products.joined(separator: PlainPhrases.plus))
    }
    steps.append(decimal(state.result, digits: 3))
    let erased = equation.products.joined().compactMap { factor -> String? in
      guard case .before(let name) = factor, ledger.state(name)?.isErased == true else {
        return nil
      }
      return PlainPhrases.erased(name.letter, before: ledger.timestep)
    }
    return "\(equation.state.letter)[\(ledger.timestep)] = " + steps.joined(separator: " = ")
      + erased.joined()
  }

  /// Three decimals as the screen rounds them, without its plus sign.
  private func number(_ value: Double) -> String {
    String(PrintedSum.text(value).trimmingPrefix("+"))
  }
}

extension Ledger {
  /// A gate or a state of this timestep.
  fileprivate func number(_ name: QuantityName) -> Float {
    state(name)?.result ?? self[name].result
  }
}
