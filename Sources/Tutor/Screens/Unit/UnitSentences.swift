import Engine
import Insight
import Phrases
import Wording

/// What one is looking at on the unit screen, the phase first. Every number comes from the ledger.
struct UnitSentences {
  let all: [String]

  /// The sentences for a screen so many columns wide: below 76 there is one line, for a short one.
  init(_ state: Explorer, layer: Int, settings: any RecurrentLayer, ledger: Ledger?, width: Int) {
    guard let ledger else {
      let started = state.trace.interventions.initialStates[settings.name] != nil
      all = [
        started
          ? "Nothing has been read. The states come from another observation."
          : "Nothing has been read: \(settings.statesBefore(separator: " = ")) = 0. → reads x[0]."
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
      default: words.state.map(words.sentences) ?? words.leaves
      }
  }

  private struct Words {
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
        return
          "Unit \(ledger.unit) reads \(counted(inputs, "number")) and \(settings.units) of h[\(t - 1)]."
      case 2:
        let sum = ledger[explorer.position.sum]
        return "\(sum.gate.letter) sums up to \(number(sum.total)); z shows the next sum."
      case 3: return settings.hasCell ? kept : shares[0]
      default: return state.map(short) ?? whatElseLeaves(" leaves too, at the end.")
      }
    }

    var gather: [String] {
      let read = explorer.timestepRead(by: layer)
      let what =
        layer == 0
        ? "the \(inputs == 1 ? "one feature" : "\(inputs) features") of x[\(read)]"
        : "\(explorer.plan.layers[layer - 1].layer.isRecurrent ? "h" : "y")[\(read)] of "
          + "\(explorer.plan.layers[layer - 1].layer.name) (\(inputs))"
      let h = "h[\(t - 1)]"
      let own = settings.units == 1 ? "its own \(h)" : "all \(settings.units) \(h) of its layer"
      return [
        "Unit \(ledger.unit) reads \(what) and \(own).",
        settings.units == 1
          ? "Each of these \(inputs + 1) numbers meets \(weights) of this unit, one a sum."
          : "Each of the \(inputs + settings.units) meets \(weights); all \(settings.units) units "
            + "do so at once, side by side.",
        "The weights are the same at every timestep.",
      ]
    }

    var sums: [String] {
      let sum = ledger[explorer.position.sum]
      let fromInputs = sum.inputs.reduce(0) { $0 + $1.product }
      let fromStates = sum.states.reduce(0) { $0 + $1.product }
      let parts = PrintedSum(
        [fromInputs, fromStates] + (sum.bias.map { [$0] } ?? []), total: sum.total)
      let source = layer == 0 ? "x" : explorer.plan.layers[layer - 1].layer.name
      let said = parts.map { parts in
        "The sum of \(sum.gate.letter) is \(PrintedSum.text(parts.total)): \(source) adds "
          + "\(PrintedSum.text(parts.addends[0])), h[\(t - 1)] "
          + "\(PrintedSum.text(parts.addends[1]))"
          + (sum.bias == nil ? "." : ", the bias \(PrintedSum.text(parts.addends[2])).")
      }
      return [
        said ?? "Not every number here is finite, so the sums are none.",
        "Sums use full precision; a row of other units carries the rounding. z: next sum.",
        "Every row is a value times its weight; each of the \(spelled(ledger.sums.count)) sums has weights "
          + "of its own.",
      ]
    }

    var gates: [String] {
      let held = ledger.sums.filter(\.isHeld)
      let said =
        settings.hasCell
        ? ["\(kept) i \(number(.inputGate)) of g \(number(.cellCandidate)) is to be written."]
        : shares
      guard let first = held.first else { return (curves.map { [$0] } ?? []) + said }
      return [
        "\(first.gate.letter) is held at \(number(first.gate)); its sum would give "
          + "\(number(first.curved))."
      ] + said
    }

    private var weights: String {
      "\(spelled(ledger.sums.count)) weight\(ledger.sums.count == 1 ? "" : "s")"
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
      return "\(spelled(gates).capitalized) gates: σ gives a share, 0 to 1. The candidate is none: "
        + "tanh, -1 to 1."
    }

    private var kept: String { "f \(number(.forgetGate)): 1 keeps the old c, 0 forgets it." }

    /// Every gate with its number, in words that any layer has.
    private var shares: [String] {
      settings.sums.map { "\($0.letter) \(number($0.name)). \(settings.sentence(of: $0))" }
    }

    /// How a state is made, in short.
    func short(_ state: QuantityName) -> String {
      switch (state, settings.hasCell) {
      case (.cellState, true):
        "c keeps \(number(.forgetGate)) of the old c, adds \(number(.inputGate)) of g."
      case (.hiddenState, true): "h shows \(number(.outputGate)) of \(curvedCell)."
      default: equation(of: state)
      }
    }

    /// How a state is made.
    func sentences(_ state: QuantityName) -> [String] {
      switch (state, settings.hasCell) {
      case (.cellState, true): cell
      case (.hiddenState, true):
        [
          "h shows \(number(.outputGate)) of \(curvedCell): c is the memory, h what others see of it."
        ]
          + readAgain
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
      let old = number(Double(ledger.cellBefore))
      let before = ledger.isCellErased ? "nothing: c is erased" : "c[\(t - 1)] = \(old)"
      return [
        "c keeps \(number(.forgetGate)) of \(before), and adds \(number(.inputGate)) of "
          + "g = \(number(.cellCandidate)).",
        "c has no bound: it can grow with every timestep.",
        "Products use full precision; the larger one carries the rounding, so that they add up.",
      ]
    }

    private var readAgain: [String] {
      guard t < explorer.timesteps - 1 else { return [] }
      return [
        settings.units == 1
          ? "The unit reads this h again at t \(t + 1)."
          : "Every unit of \(settings.name) reads this h at t \(t + 1)."
      ]
    }

    /// What leaves beside the output; `leaving` says how, behind a state's letter.
    private func whatElseLeaves(_ leaving: String) -> String {
      let other = settings.otherLetters
      if other.isEmpty { return settings.returnState ? "h\(leaving)" : "Nothing else leaves." }
      return settings.returnState ? other + leaving : "\(other) never leaves the layer."
    }

    var leaves: [String] {
      let leaving = Leaving(explorer, layer: layer, settings: settings)
      let flag = "return_sequences=\(settings.returnSequences ? "True" : "False")"
      let last = explorer.timesteps - 1
      return [
        settings.returnSequences
          ? "\(flag): h of every timestep leaves the layer."
          : leaving.isNow
            ? "\(flag): h[\(last)], the last one, is all that leaves."
            : "\(flag): nothing leaves now, only h[\(last)] will.",
        settings.returnState
          ? "return_state=True: the last \(settings.stateLetters) leave too."
          : whatElseLeaves(""),
      ]
    }
  }
}
