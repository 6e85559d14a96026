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
  /// that has none, or another epoch where there is none.
  func isInVain(_ command: Command) -> Bool {
    if case .navigation(.epoch) = command { return !hasEpochs }
    guard case .changing(.hold) = command, let settings = position.chosenRecurrent else {
      return false
    }
    return settings.gates.isEmpty
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
