import Engine

/// Observations that count from 0, each with the same number of timesteps and features.
protocol ObservationSeries: Hashable, Sendable {
  /// How many there are; nil where they never end.
  var observationCount: Int? { get }
  /// How many timesteps each has.
  var timesteps: Int { get }
  /// How many features each timestep has.
  var featureCount: Int { get }
  /// The path or the kind, for errors.
  var source: String { get }
  /// The numbers of one, `[timesteps, features]`.
  func observation(_ index: Int) -> Observation
  /// What is known of one beside its numbers.
  func facts(_ index: Int) -> ObservationFacts
  /// What is known of each of its timesteps.
  func timesteps(of index: Int) -> [TimestepFacts]
  /// What would be true if an observation of such timesteps ended at each of them; nil where they do
  /// not tell it.
  func truths(of timesteps: [TimestepFacts]) -> [Bool]?
  /// What is known of an observation that has such timesteps now.
  func told(_ facts: ObservationFacts, of timesteps: [TimestepFacts]) -> ObservationFacts
}

extension ObservationSeries {
  func truths(of timesteps: [TimestepFacts]) -> [Bool]? { nil }

  func told(_ facts: ObservationFacts, of timesteps: [TimestepFacts]) -> ObservationFacts {
    var facts = facts
    facts.target = truths(of: timesteps)?.last
    facts.truth = nil
    return facts
  }
}
