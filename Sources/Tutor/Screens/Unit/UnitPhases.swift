import Engine
import Phrases

/// The steps in which the unit screen shows how a layer computes: what it gathers, its sums, its gates,
/// each state that an equation makes of them, and what it outputs.
struct UnitPhases: Hashable, Sendable {
  /// The states that are made in a phase of their own, in that order.
  let states: [QuantityName]

  /// Those of a layer; a layer without a state has none of its own.
  init(_ settings: (any RecurrentLayer)?) {
    states = settings?.stateEquations.map(\.state) ?? []
  }

  /// Phases count from 1.
  var count: Int { 4 + states.count }

  /// A word for each.
  var names: [String] { UnitPhrases.phases(states: states.map(\.short)) }

  /// The last one: what the layer outputs.
  var output: Int { count }

  /// The phase that makes a state; that of the gates for one that is the curve of a sum.
  func phase(of state: QuantityName) -> Int {
    states.firstIndex(of: state).map { $0 + 4 } ?? 3
  }

  /// The state that a phase makes; nil for the others.
  func state(of phase: Int) -> QuantityName? {
    states.indices.contains(phase - 4) ? states[phase - 4] : nil
  }
}

extension Position {
  /// The phases of the chosen layer.
  var phases: UnitPhases { UnitPhases(chosenRecurrent) }
}
