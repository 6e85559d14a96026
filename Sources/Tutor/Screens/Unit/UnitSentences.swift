import Engine

/// What one is looking at on the unit screen, the phase first. Every number comes from the ledger.
struct UnitSentences {
  let all: [String]

  /// The sentences for a screen so many columns wide: below 76 there is one line, for a short one.
  init(_ state: Explorer, layer: Int, settings: LSTM, ledger: Ledger?, width: Int) {
    guard let ledger else {
      let started = state.trace.interventions.initialStates[settings.name] != nil
      all = [
        started
          ? "Nothing has been read. The states come from another observation."
          : "Nothing has been read: h[-1] = c[-1] = 0. → reads x[0]."
      ]
      return
    }
    let words = Words(state: state, layer: layer, settings: settings, ledger: ledger)
    guard width >= 76 else {
      all = [words.short]
      return
    }
    all =
      switch state.position.phase {
      case 1: words.gather
      case 2: words.sums
      case 3: words.gates
      case 4: words.cell
      case 5: words.hidden
      default: words.leaves
      }
  }

  private struct Words {
    let state: Explorer
    let layer: Int
    let settings: LSTM
    let ledger: Ledger
    var t: Int { ledger.timestep }
    var inputs: Int { ledger.sums[0].inputs.count }

    func number(_ value: Double) -> String { PrintedSum.text(value) }
    func number(_ gate: QuantityName) -> String {
      PrintedSum.text(Double(ledger[gate].result), signed: ledger[gate].isSigned)
    }

    /// The phase in one short sentence.
    var short: String {
      switch state.position.phase {
      case 1:
        return
          "Unit \(ledger.unit) reads \(counted(inputs, "number")) and \(settings.units) of h[\(t - 1)]."
      case 2:
        let sum = ledger[state.position.sum]
        return "\(sum.gate.letter) sums up to \(number(sum.total)); z shows the next sum."
      case 3: return "f \(number(.forgetGate)): 1 keeps the old c, 0 forgets it."
      case 4: return "c keeps \(number(.forgetGate)) of the old c, adds \(number(.inputGate)) of g."
      case 5: return "h shows \(number(.outputGate)) of \(settings.activation.words(of: "c"))."
      default:
        return settings.returnState ? "c leaves too, at the end." : "c never leaves the layer."
      }
    }

    var gather: [String] {
      let read = state.timestepRead(by: layer)
      let what =
        layer == 0
        ? "the \(inputs == 1 ? "one feature" : "\(inputs) features") of x[\(read)]"
        : "\(state.plan.layers[layer - 1].layer.isRecurrent ? "h" : "y")[\(read)] of "
          + "\(state.plan.layers[layer - 1].layer.name) (\(inputs))"
      let h = "h[\(t - 1)]"
      let own = settings.units == 1 ? "its own \(h)" : "all \(settings.units) \(h) of its layer"
      return [
        "Unit \(ledger.unit) reads \(what) and \(own).",
        settings.units == 1
          ? "Each of these \(inputs + 1) numbers meets four weights of this unit, one a sum."
          : "Each of the \(inputs + settings.units) meets four weights; all \(settings.units) units "
            + "do so at once, side by side.",
        "The weights are the same at every timestep.",
      ]
    }

    var sums: [String] {
      let sum = ledger[state.position.sum]
      let fromInputs = sum.inputs.reduce(0) { $0 + $1.product }
      let fromStates = sum.states.reduce(0) { $0 + $1.product }
      let parts = PrintedSum(
        [fromInputs, fromStates] + (sum.bias.map { [$0] } ?? []), total: sum.total)
      let source = layer == 0 ? "x" : state.plan.layers[layer - 1].layer.name
      let said = parts.map { parts in
        "The sum of \(sum.gate.letter) is \(PrintedSum.text(parts.total)): \(source) adds "
          + "\(PrintedSum.text(parts.addends[0])), h[\(t - 1)] "
          + "\(PrintedSum.text(parts.addends[1]))"
          + (sum.bias == nil ? "." : ", the bias \(PrintedSum.text(parts.addends[2])).")
      }
      return [
        said ?? "Not every number here is finite, so the sums are none.",
        "Sums use full precision; a row of other units carries the rounding. z: next sum.",
        "Every row is a value times its weight; each of the four sums has weights of its own.",
      ]
    }

    var gates: [String] {
      let held = ledger.sums.filter(\.isHeld)
      let curves =
        settings.recurrentActivation == .sigmoid && settings.activation == .tanh
        ? "Three gates: σ gives a share, 0 to 1. The candidate is none: tanh, -1 to 1." : nil
      let kept = "f \(number(.forgetGate)): 1 keeps the old c, 0 forgets it."
      let written = "i \(number(.inputGate)) of g \(number(.cellCandidate)) is to be written."
      guard let first = held.first else {
        return [curves, "\(kept) \(written)"].compactMap(\.self)
      }
      return [
        "\(first.gate.letter) is held at \(number(first.gate)); its sum would give "
          + "\(number(first.curved)).", "\(kept) \(written)",
      ]
    }

    var cell: [String] {
      let old = number(Double(ledger.cellBefore))
      let before = ledger.isCellErased ? "nothing: c is erased" : "c[\(t - 1)] = \(old)"
      return [
        "c keeps \(number(.forgetGate)) of \(before), and adds \(number(.inputGate)) of "
          + "g = \(number(.cellCandidate)).",
        "c has no bound: it can grow with every timestep.",
        "Products use full precision; the larger one carries the rounding, so that they add up.",
      ]
    }

    var hidden: [String] {
      [
        "h shows \(number(.outputGate)) of \(settings.activation.words(of: "c")): c is the memory, "
          + "h what others see of it.",
        settings.units == 1
          ? "The unit reads this h again at t \(t + 1)."
          : "Every unit of \(settings.name) reads this h at t \(t + 1).",
      ].prefix(t == state.timesteps - 1 ? 1 : 2).map(\.self)
    }

    var leaves: [String] {
      let leaving = Leaving(state, layer: layer, settings: settings)
      let flag = "return_sequences=\(settings.returnSequences ? "True" : "False")"
      let last = state.timesteps - 1
      return [
        settings.returnSequences
          ? "\(flag): h of every timestep leaves the layer."
          : leaving.isNow
            ? "\(flag): h[\(last)], the last one, is all that leaves."
            : "\(flag): nothing leaves now, only h[\(last)] will.",
        settings.returnState
          ? "return_state=True: the last h and c leave too." : "c never leaves the layer.",
      ]
    }
  }
}
