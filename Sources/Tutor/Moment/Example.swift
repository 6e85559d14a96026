import Documents
import Engine
import ModelFiles

/// An observation with all that is known of it beside its numbers.
package struct Example: Sendable {
  /// The numbers, `[timesteps, features]`.
  package let observation: Observation
  /// Its name, its part of the data, its question and the true answer.
  package let facts: ObservationFacts
  /// Label, symbol and readings of every timestep.
  package let timesteps: [TimestepFacts]
  /// What would be true if it ended at each timestep, one for each; nil where nobody knows.
  let truths: [Bool]?
  private let source: ObservationSource

  /// Observation `index` of a source.
  ///
  /// - Throws: `FileError` where there is none of that number.
  init(_ source: ObservationSource, _ index: Int) throws(FileError) {
    observation = try source.observation(index)
    facts = try source.facts(index)
    timesteps = try source.timesteps(of: index)
    truths = source.truths(of: timesteps)
    self.source = source
  }

  private init(
    _ observation: Observation, _ facts: ObservationFacts, _ timesteps: [TimestepFacts],
    _ source: ObservationSource
  ) {
    self.observation = observation
    self.facts = facts
    self.timesteps = timesteps
    truths = source.truths(of: timesteps)
    self.source = source
  }

  /// The same example with other numbers. What was known of the old ones no longer holds where they
  /// differ: a timestep keeps its label, but loses its symbol, its event and its readings.
  func reading(_ changed: Observation) -> Example {
    let first = Dictionary(
      timesteps.indices.map { (observation[$0], $0) }, uniquingKeysWith: { first, _ in first })
    let rows = timesteps.enumerated().map { timestep, facts in
      if changed[timestep] == observation[timestep] { return facts }
      // Another timestep's numbers, as after a swap, have that one's symbol.
      if let source = first[changed[timestep]] { return timesteps[source] }
      var unknown = facts
      unknown.symbol = facts.symbol == nil ? nil : Self.noSymbol
      unknown.event = nil
      unknown.word = nil
      unknown.readings = []
      return unknown
    }
    var facts = facts
    facts.target = source.truths(of: rows)?.last
    facts.truth = nil
    return Example(changed, facts, rows, source)
  }

  /// What stands for a vector that is no symbol any more.
  static let noSymbol: Character = "?"

  /// Whether a timestep is one symbol, so that the input is one row of them.
  var isSymbolic: Bool { timesteps.allSatisfy { $0.symbol != nil } }
}
