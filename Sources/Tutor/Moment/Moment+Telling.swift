import Engine

extension Moment {
  /// Shows of each recurrent layer the unit whose state moves most: where nobody wrote down which one
  /// tells something, the first may as well be one that does nothing.
  mutating func chooseMovingUnits() {
    guard size <= Self.mostSearched else { return }
    for (index, planned) in network.plan.layers.enumerated() {
      guard let recurrent = planned.layer.recurrent else { continue }
      let changes = trace.changes(of: recurrent.remembered, layer: index)
      let moving = changes.indices.max { changes[$0] < changes[$1] }
      if let moving, changes[moving].isFinite { position.units[index] = moving }
    }
  }

  /// Shows of several outputs that of the true answer: any other only says what it is not.
  mutating func chooseTrueAnswer() {
    guard let choice = example.facts.choice, let last = position.units.indices.last,
      position.description.units(of: last) == choice.names.count
    else { return }
    if position.units[last] != choice.index { position.term = nil }
    position.units[last] = choice.index
  }

  /// The most numbers of a moment in which such units are looked for, 16 MiB: so many are gone
  /// through unseen.
  private static let mostSearched = 1 << 22
}
