import Engine
import Phrases
import Vocabulary

// The knob: the chosen gate of the shown unit, held at this timestep.
extension Explorer {
  mutating func hold(_ hold: Command.Hold) {
    commit { moment throws(Refusal) in try moment.holding(hold) }
  }
}

extension Explorer {
  /// Whether a command can only be refused here, so that no footer is to offer it: to hold a gate of a unit
  /// that has none, another epoch where there is none, more steps where all are taken.
  func isInVain(_ command: Command) -> Bool {
    if case .navigation(.epoch) = command { return !hasEpochs }
    if case .training(let command) = command { return command.beginsTraining && isLearnt }
    guard case .changing(.hold) = command, let settings = position.chosenRecurrent else {
      return false
    }
    return settings.gates.isEmpty
  }
}

extension Explorer {
  /// What a key does now, where that is another thing than the footer says.
  func label(_ command: Command) -> String? {
    guard case .training(.train(.toggled)) = command else { return nil }
    let isRunning = position.screen == .reach ? gaps.isRunning : shownTraining?.isRunning == true
    return hasGoneBack && position.screen == .learning
      ? LearningPhrases.newest : isRunning ? LearningPhrases.stop : nil
  }

  /// Whether all steps of the training that is looked at are taken, and the newest of them is shown.
  private var isLearnt: Bool {
    position.screen == .reach
      ? gaps.stage == .done : shownTraining?.stage == .done && !hasGoneBack
  }
}

extension Moment {
  /// The chosen gate held, or let go: an ordinary what-if, and the next turn takes its place.
  func holding(_ hold: Command.Hold) throws(Refusal) -> Moment {
    guard let layer = shownLayer, let settings = position.chosenRecurrent else {
      throw .noGatesToShow(layer: selectedName)
    }
    guard let gate = settings.quantity(position.sum), gate.role != .state else {
      throw .nothingToHold(layer: settings.name)
    }
    guard let timestep = position.timestep else { throw .nothingReadToHold }
    let unit = position.units[layer]
    let held = Quantity(layer: settings.name, gate.name, [timestep])
    func whatIf(_ value: Float) -> WhatIf { .clamp(held, units: .these([unit]), value: value) }
    switch hold {
    case .at(let value): return try changing(whatIf(value), isTurn: true)
    case .by(let distance):
      let now = trace.value(gate.name, layer: layer, unit: unit, timestep: timestep)
      // Thousandths, as the screen prints them.
      let wanted = ((now + distance) * 1000).rounded() / 1000
      let bounds = gate.range ?? -Float.greatestFiniteMagnitude...Float.greatestFiniteMagnitude
      let value = min(max(bounds.lowerBound, wanted), bounds.upperBound)
      guard value != now else { throw .atItsEnd(gate.letter, value) }
      return try changing(whatIf(value), isTurn: true)
    case .off:
      var position = position
      position.changes.removeAll { $0.isAboutTheSame(as: whatIf(0)) }
      guard position.changes.count < self.position.changes.count else {
        throw .isNotHeld(gate.letter, timestep: timestep)
      }
      return try changing(to: position)
    }
  }
}
