import Engine
import Insight
import Phrases

/// Chooses what is said of what one is looking at on the unit screen, the phase first. Every number
/// comes from the ledger.
struct UnitSentences {
  let all: [String]

  /// The sentences for a screen so many columns wide: below 76 there is one line, for a short one.
  init(_ state: Explorer, layer: Int, settings: any RecurrentLayer, ledger: Ledger?, width: Int) {
    guard let ledger else {
      let started = state.trace.interventions.initialStates[settings.name] != nil
      all = [
        started
          ? UnitPhrases.startedElsewhere
          : UnitPhrases.nothingRead(states: settings.states.map(\.letter))
      ]
      return
    }
    let words = Words(explorer: state, layer: layer, settings: settings, ledger: ledger)
    guard width >= 76 else {
      all = [words.short]
      return
    }
    all =
      switch state.position.phase {
      case 1: words.gather
      case 2: words.sums
      case 3: words.gates
      default: words.state.map(words.sentences) ?? words.output
      }
  }

  private struct Words {
    typealias Says = UnitPhrases

    let explorer: Explorer
    let layer: Int
    let settings: any RecurrentLayer
    let ledger: Ledger
    /// The state that the open phase makes; nil for the last one.
    var state: QuantityName? { explorer.position.phases.state(of: explorer.position.phase) }

    var t: Int { ledger.timestep }
    var inputs: Int { ledger.sums[0].inputs.count }

    func number(_ value: Double) -> String { PrintedSum.text(value) }
    func number(_ gate: QuantityName) -> String {
      PrintedSum.text(Double(ledger[gate].result), signed: ledger[gate].isSigned)
    }

    /// The phase in one short sentence.
    var short: String {
      switch explorer.position.phase {
      case 1:
        return Says.reads(unit: ledger.unit, inputs: inputs, units: settings.units, before: t)
      case 2:
        let sum = ledger[explorer.position.sum]
        return Says.sumsUp(sum.gate.letter, to: number(sum.total))
      case 3: return settings.hasCell ? Says.forgets(number(.forgetGate)) : shares[0]
      default: return state.map(short) ?? outputBeside
      }
    }

    var gather: [String] {
      [
        reads, Says.meets(inputs: inputs, units: settings.units, sums: ledger.sums.count),
        Says.sameWeights,
      ]
    }

    private var reads: String {
      let read = explorer.timestepRead(by: layer)
      guard let place = explorer.plan.layers[layer].before else {
        return Says.readsFeatures(
          unit: ledger.unit, count: inputs, read: read, units: settings.units, timestep: t)
      }
      let before = explorer.plan.layers[place].layer
      return Says.readsOutput(
        unit: ledger.unit, letter: before.isRecurrent ? "h" : "y", of: before.name, count: inputs,
        read: read, units: settings.units, timestep: t)
    }

    var sums: [String] {
      let sum = ledger[explorer.position.sum]
      let fromInputs = sum.inputs.reduce(0) { $0 + $1.product }
      let fromStates = sum.fromStates
      let parts = PrintedSum(
        [fromInputs, fromStates] + (sum.bias.map { [$0] } ?? []), total: sum.total)
      let said = parts.map { parts in
        let addends = parts.addends.map { PrintedSum.text($0) }
        return Says.sum(
          of: sum.gate.letter, total: PrintedSum.text(parts.total),
          input: explorer.plan.layers[layer].before.map { explorer.plan.layers[$0].layer.name }
            ?? "x", adds: addends[0],
          states: addends[1], before: t, bias: sum.bias == nil ? nil : addends[2])
      }
      return [
        said ?? Says.notFinite, Says.sumsPrecision, Says.everyRow(sums: ledger.sums.count),
      ]
    }

    var gates: [String] {
      let said =
        settings.hasCell
        ? [
          Says.forgetsAndWrites(
            f: number(.forgetGate), i: number(.inputGate), g: number(.cellCandidate))
        ]
        : shares
      guard let first = ledger.sums.first(where: \.isHeld) else {
        return (curves.map { [$0] } ?? []) + said
      }
      let held = Says.held(
        first.gate.letter, at: number(first.gate), inPlaceOf: number(first.curved))
      return [held] + said
    }

    /// What the usual curves make of the sums; nil where they are others.
    private var curves: String? {
      func all(_ role: LayerQuantity.Role, _ activation: Activation) -> Int? {
        let quantities = settings.sums.filter { $0.role == role }
        return quantities.allSatisfy { $0.sum?.activation == activation } ? quantities.count : nil
      }
      guard let gates = all(.gate, .sigmoid), gates > 1, all(.candidate, .tanh) == 1 else {
        return nil
      }
      return Says.curves(gates: gates)
    }

    /// Every gate with its number, in words that any layer has.
    private var shares: [String] {
      settings.sums.map { "\($0.letter) \(number($0.name)). \(settings.sentence(of: $0))" }
    }

    /// How a state is made, in short.
    func short(_ state: QuantityName) -> String {
      switch (state, settings.hasCell) {
      case (.cellState, true):
        Says.keepsAndAdds(f: number(.forgetGate), i: number(.inputGate))
      case (.hiddenState, true): Says.shows(o: number(.outputGate), of: curvedCell)
      default: equation(of: state)
      }
    }

    /// How a state is made.
    func sentences(_ state: QuantityName) -> [String] {
      switch (state, settings.hasCell) {
      case (.cellState, true): cell
      case (.hiddenState, true):
        [Says.showsMemory(o: number(.outputGate), of: curvedCell)] + readAgain
      default:
        [equation(of: state), settings.quantity(state).map(settings.sentence) ?? ""]
          + (state == .hiddenState ? readAgain : [])
      }
    }

    private func equation(of state: QuantityName) -> String {
      let equation = settings.stateEquations.first { $0.state == state }
      let text = equation?.written { $0.letters(before: "[\(t - 1)]") } ?? ""
      return "\(state.letter)[\(t)] = \(text) = "
        + "\(number(Double(ledger.state(state)?.result ?? 0)))."
    }

    private var curvedCell: String {
      let factors = settings.stateEquations.flatMap { $0.products.joined() }
      let curved = factors.first { $0.isCurved && $0.name == .cellState }
      return curved?.letters(before: "") ?? "c"
    }

    private var cell: [String] {
      let before = ledger.isCellErased ? nil : number(Double(ledger.cellBefore))
      return [
        Says.keepsAndAdds(
          f: number(.forgetGate), of: before, at: t, i: number(.inputGate),
          g: number(.cellCandidate)),
        Says.noBound, Says.productsPrecision,
      ]
    }

    private var readAgain: [String] {
      guard t < explorer.timesteps - 1 else { return [] }
      return [Says.readAgain(by: settings.name, units: settings.units, timestep: t)]
    }

    /// What else is an output, in short.
    private var outputBeside: String {
      guard settings.returnState else { return staysInside }
      let other = settings.otherStates.map(\.letter)
      return Says.areOutputToo(other.isEmpty ? [QuantityName.hiddenState.letter] : other)
    }

    private var staysInside: String {
      let other = settings.otherStates.map(\.letter)
      return other.isEmpty ? Says.noOtherOutput : Says.stayInside(other)
    }

    var output: [String] {
      let output = UnitOutput(explorer, layer: layer, settings: settings)
      let last = explorer.timesteps - 1
      return [
        settings.returnSequences
          ? Says.outputsEvery
          : output.isNow ? Says.outputsLast(last) : Says.willOutputLast(last),
        settings.returnState
          ? Says.outputsLastStates(settings.states.map(\.letter)) : staysInside,
      ]
    }
  }
}
