import Engine
import Phrases
import Vocabulary

// What has to be computed anew.
extension Moment {
  func opening(observation choice: Command.Choice<Int>) throws(Refusal) -> Moment {
    var position = position
    switch choice {
    case .named(let index): position.observation = index
    case .by(let distance):
      position.observation = moved(position.observation, by: distance, within: Int.min...Int.max)
      if position.observation < 0 { throw .beforeFirst(example.facts.first) }
    }
    var next = try computed(at: position)
    next.chooseTrueAnswer()
    return next
  }

  func laying(beside index: Int?) throws(Refusal) -> Moment {
    if let index, index == position.observation {
      throw .observationIsOpen(index)
    }
    var position = position
    position.beside = index
    var next = try computed(at: position)
    // The open run is the same, and so is what units were sorted by.
    next.scores = scores
    return next
  }

  func toggling(_ flag: Command.Flag) throws(Refusal) -> Moment {
    guard case .layer(let index) = position.layer,
      let settings = position.description.layers[index].recurrent
    else {
      throw .flagOfChosen(flag, layer: selectedName)
    }
    return try setting(flag, of: settings.name, to: !settings[flag])
  }

  func setting(
    _ flag: Command.Flag, of name: String, to value: Bool
  ) throws(Refusal) -> Moment {
    guard case .layer(let index) = try selection(named: name),
      var settings = position.description.layers[index].recurrent
    else { throw .flag(flag, layer: name) }
    settings[flag] = value
    var position = position
    if flag == .returnSequences {
      position.description.setReturnSequences(of: index, to: value)
    } else {
      position.description.layers[index] = position.description.layers[index].with(settings)
    }
    return try computed(at: position)
  }

  /// Each is worked out anew with every change, so their number is bounded.
  static let mostChanges = 100

  /// One more what-if. One more turn of the knob that was turned last belongs to the turns before it:
  /// what was before them stays what was before.
  func changing(_ whatIf: WhatIf, isTurn: Bool = false) throws(Refusal) -> Moment {
    var position = position
    let goesOn = isTurn && position.changes.last?.isAboutTheSame(as: whatIf) == true
    if case .start(nil) = whatIf {
      position.changes.removeAll { if case .start = $0 { true } else { false } }
    } else {
      // The same what-if with another value replaces the one before.
      position.changes.removeAll { $0.isAboutTheSame(as: whatIf) }
      guard position.changes.count < Self.mostChanges else {
        throw .tooManyChanges(most: Self.mostChanges)
      }
      position.changes.append(whatIf)
    }
    return try changing(to: position, goesOn: goesOn)
  }

  /// Other what-ifs than there are here, which become what was before them unless the last change
  /// `goesOn`.
  func changing(to other: Position, goesOn: Bool = false) throws(Refusal) -> Moment {
    guard other.changes != position.changes else { return self }
    var position = other
    if !goesOn { position.changesBefore = self.position.changes }
    if position.changes.isEmpty { position.changesBefore = [] }
    return try computed(at: position)
  }

  /// No what-ifs.
  func restoring() throws(Refusal) -> Moment {
    guard !position.changes.isEmpty else { throw .nothingChanged }
    var position = position
    position.changes = []
    return try changing(to: position)
  }
}
