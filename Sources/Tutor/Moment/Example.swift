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
  /// Whether a timestep is one symbol, so that the input is one row of them.
  let isSymbolic: Bool
  /// Whether any timestep has a word for the whole of it.
  let hasWords: Bool
  private let source: ObservationSource

  /// Observation `index` of a source.
  ///
  /// - Throws: `FileError` where there is none of that number.
  init(_ source: ObservationSource, _ index: Int) throws(FileError) {
    observation = try source.observation(index)
    facts = try source.facts(index)
    timesteps = try source.timesteps(of: index)
    truths = source.truths(of: timesteps)
    isSymbolic = timesteps.allSatisfy { $0.symbol != nil }
    hasWords = timesteps.contains { $0.word != nil }
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
    isSymbolic = timesteps.allSatisfy { $0.symbol != nil }
    hasWords = timesteps.contains { $0.word != nil }
    self.source = source
  }

  /// The same example with other numbers. What was known of the old ones no longer holds where they
  /// differ: a timestep keeps its label, but loses its symbol, its event and its readings.
  func reading(_ changed: Observation) -> Example {
    let others = timesteps.indices.filter { changed[$0] != observation[$0] }
    // The timesteps that hold what others hold now; of a long observation few are looked for.
    let wanted = Set(others.map { changed[$0] })
    var first: [ArraySlice<Float>: Int] = [:]
    for timestep in timesteps.indices where wanted.contains(observation[timestep]) {
      if first[observation[timestep]] == nil { first[observation[timestep]] = timestep }
    }
    var rows = timesteps
    for timestep in others {
      let facts = timesteps[timestep]
      // Another timestep's numbers, as after a swap, have that one's symbol.
      if let source = first[changed[timestep]] {
        rows[timestep] = timesteps[source]
        continue
      }
      var unknown = facts
      unknown.symbol = facts.symbol == nil ? nil : Self.noSymbol
      unknown.event = nil
      unknown.word = nil
      unknown.readings = []
      rows[timestep] = unknown
    }
    return Example(changed, source.told(facts, of: rows), rows, source)
  }

  /// What stands for a vector that is no symbol any more.
  static let noSymbol: Character = "?"
}
