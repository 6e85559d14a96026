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

  /// Observation `index` of a source.
  ///
  /// - Throws: `ModelFileError` where there is none of that number.
  init(_ source: ObservationSource, _ index: Int) throws(ModelFileError) {
    observation = try source.observation(index)
    facts = try source.facts(index)
    timesteps = try source.timesteps(of: index)
  }

  /// Whether a timestep is one symbol, so that the input is one row of them.
  var isSymbolic: Bool { timesteps.allSatisfy { $0.symbol != nil } }
}
