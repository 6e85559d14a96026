import Engine
import Insight
import Phrases
import Screen
import Vocabulary

// What is under the cursor, in words and as an address.
extension Explorer {
  /// The address of what the cursor of the open screen is on, as its canvas says.
  package var addressUnderCursor: Quantity {
    let size = Size(width: 80, height: 24)
    return bareView(self, size: size).cursor ?? addressOfRemembered
  }

  /// What is under the cursor in one sentence with its numbers.
  var explanation: String {
    if position.screen == .dense, let sentence = termSentence { return sentence }
    let address = addressUnderCursor
    let timestep = timestep
    guard let value = try? moment.values(of: address, at: timestep).first?.value else {
      return Explanation(self).lines(width: 500, count: 1).first ?? ""
    }
    guard case .layer(let index) = position.layer, let kind = address.kind.recurrent,
      address.layer == position.description.layers[index].name,
      !timeline.isAtStart
    else { return amongUnits(address, value) }
    if let state = kind.gradientState, let unit = address.indices.last.flatMap(\.self) {
      return GradientPhrases.value(
        value, of: state.letter, unit: unit, at: timestep, isLoss: trace.objective.isLoss)
    }
    if let settings = recurrent(index), skips(timestep, index) {
      return skipSentence(of: index, settings).forms[0]
    }
    return ExploringPhrases.value(
      of: address, value, meaning: meaning(of: kind, value, layer: index))
  }

  /// Traces the number under the cursor back.
  mutating func traceBack() {
    let address = addressUnderCursor
    commit { moment throws(Refusal) in try moment.tracing(address) }
  }

  /// That a layer skips the timestep it is at, which a mask says does not count.
  func skipSentence(of layer: Int, _ settings: any RecurrentLayer) -> Sentence {
    ExplanationPhrases.skips(
      settings.name, timestep: timestep, read: timestepRead(by: layer),
      states: settings.states.map(\.letter))
  }

  /// Of a layer without gates which unit is meant: its screen shows all of them at once.
  private func amongUnits(_ address: Quantity, _ value: Float) -> String {
    guard case .layer(let index) = position.layer, address.kind == .output,
      case let units = units(of: index), units > 1, let unit = address.indices.last.flatMap(\.self)
    else { return ExploringPhrases.value(of: address, value) }
    return ExploringPhrases.value(of: address, value, unit: unit, of: units)
  }

  /// The address of what the chosen layer remembers.
  var addressOfRemembered: Quantity {
    address(of: position.chosenRecurrent?.remembered ?? .hiddenState)
  }

  private func meaning(of kind: QuantityName, _ value: Float, layer: Int) -> String {
    guard let settings = recurrent(layer), let quantity = settings.quantity(kind) else { return "" }
    return settings.hasCell
      ? meaningWithCell(of: kind, value, layer: layer)
      : ExploringPhrases.meaning(of: quantity, equation: settings.equation(of: quantity))
  }

  /// What the quantities of a layer with a cell state say of it.
  private func meaningWithCell(of kind: QuantityName, _ value: Float, layer: Int) -> String {
    let timestep = timestep
    let unit = position.units[layer]
    func number(_ quantity: QuantityName) -> Float {
      trace.value(quantity, layer: layer, unit: unit, timestep: timestep)
    }
    var before: Float {
      trace.entering(.cellState, layer: layer, unit: unit, timestep: timestep)
    }
    return switch kind {
    case .inputGate: ExploringPhrases.inputGate(value, candidate: number(.cellCandidate))
    case .forgetGate: ExploringPhrases.forgetGate(value, before: before, timestep: timestep)
    case .cellCandidate: ExploringPhrases.candidate(inputGate: number(.inputGate))
    case .outputGate: ExploringPhrases.outputGate(value, cell: number(.cellState))
    case .cellState:
      ExploringPhrases.cellState(
        forgetGate: number(.forgetGate), before: before, inputGate: number(.inputGate),
        candidate: number(.cellCandidate))
    default:
      ExploringPhrases.hiddenState(outputGate: number(.outputGate), cell: number(.cellState))
    }
  }

  /// Keeps the address and the value of what is under the cursor.
  mutating func copy() -> Effect? {
    if position.screen == .shapes { return copyFromShapes() }
    if position.screen == .dense, let (address, value, timestep) = awaitedTerm {
      let text = ExploringPhrases.awaited(address, value, at: timestep)
      message = ExploringPhrases.copied(text)
      return .copy(text)
    }
    do throws(Refusal) {
      let address = addressUnderCursor
      let values = try moment.values(of: address, at: timestep)
      guard let value = values.first?.value else { return nil }
      let text = "\(address) = \(value)"
      message = ExploringPhrases.copied(text)
      return .copy(text)
    } catch {
      refuse(error)
      return nil
    }
  }

  /// The output before the last what-if and after it; where nothing is supposed, in the version of a
  /// followed model before this one and in this.
  var beforeAndAfter: String? {
    guard let before = moment.before?.trace else { return nil }
    let (old, new) = (before.end, trace.end)
    // Of several the one that moved most.
    let moved = old.indices.filter(new.indices.contains).max {
      (old[$0] - new[$0]).magnitude < (old[$1] - new[$1]).magnitude
    }
    let unit = max(old.count, new.count) > 1 ? moved : nil
    let (first, last) = (moved.map { old[$0] } ?? old.last, moved.map { new[$0] } ?? new.last)
    let output =
      if position.changes.isEmpty, let epoch = moment.epoch, let earlier = epoch.before {
        FollowPhrases.output(
          of: unit, first, in: earlier.number, last, in: epoch.number,
          batch: epoch.batch > 0 && isOpenTraining
            ? FollowPhrases.batch(epoch.batch, of: training?.run.batches ?? epoch.batch) : "")
      } else {
        ExploringPhrases.output(
          of: unit, at: outputTimestep, before: first, after: last)
      }
    return score.map { ExploringPhrases.both(output, $0) } ?? output
  }

  /// The timestep at which the last output comes, where an earlier one is open.
  private var outputTimestep: Int? {
    guard position.description.input.hasTimesteps else { return nil }
    let head = trace.layerCount - 1
    let rows = trace.output(head)?.shape.count == 2 ? trace.rows(of: head) : nil
    let last = (rows ?? timesteps) - 1
    return position.timestep ?? -1 < last ? last : nil
  }

  /// The newest change and how many there are, for the mark that every screen carries, the longest form
  /// first; nothing where nothing is supposed.
  var changeMarks: [String] {
    position.changes.last.map {
      ExploringPhrases.changes(
        position.changes.count, newest: $0, shown: selectedName, unit: shownUnit)
    } ?? []
  }

  /// The unit whose numbers are shown of the chosen layer; nil for the input.
  private var shownUnit: Int? {
    if case .layer(let index) = position.layer { unit(of: index) } else { nil }
  }

  /// The text that the prompt opens with: a what-if goes on with what is under the cursor.
  func beginning(_ text: String) -> String {
    if text == Keymap.listed { return text + " " }
    guard text == Keymap.whatIf else { return text }
    if position.screen == .dense, let weight = addressOfWeight { return "put \(weight) " }
    let address = addressUnderCursor
    if address.kind == .x { return "put \(address) " }
    guard let quantity = address.kind.recurrent else { return "clamp " }
    guard quantity.isState else {
      let unit = address.indices.last.flatMap(\.self) ?? 0
      return "clamp \(address.layer).\(quantity.rawValue) \(unit) "
    }
    return "erase \(quantity.letter) \(timestep) \(address.layer)"
  }
}
