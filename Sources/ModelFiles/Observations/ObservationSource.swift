import Documents
import Engine

/// Where a model's observations come from; they count from 0.
///
/// A new source is a case here and an `ObservationSeries`.
package enum ObservationSource: Hashable, Sendable {
  /// Symbols that set and clear, recorded and drawn.
  case latch(LatchSequences)
  /// Windows over days of weather.
  case weather(WeatherWindows)
  /// Sequences that a task draws.
  case drawn(DrawnSequences)
  /// A file of the user's own.
  case file(ObservationFile)
  /// Made-up numbers, where there are no data.
  case random(RandomSequences)

  private var series: any ObservationSeries {
    switch self {
    case .latch(let series): series
    case .weather(let series): series
    case .drawn(let series): series
    case .file(let series): series
    case .random(let series): series
    }
  }

  /// How many observations there are; `nil` where they never end.
  package var count: Int? { series.observationCount }

  /// How many timesteps each observation has.
  package var timesteps: Int { series.timesteps }

  /// How many features each timestep has.
  package var features: Int { series.featureCount }

  private func check(_ index: Int) throws(FileError) {
    guard index >= 0, index < count ?? .max else {
      throw FileError(series.source, .noObservation(index, count: count))
    }
  }

  /// The numbers of observation `index`; throws when there is none.
  package func observation(_ index: Int) throws(FileError) -> Observation {
    try check(index)
    return series.observation(index)
  }

  /// What is known of observation `index`; throws when there is none.
  package func facts(_ index: Int) throws(FileError) -> ObservationFacts {
    try check(index)
    return series.facts(index)
  }

  /// What is known of every timestep of observation `index`; throws when there is no such one.
  package func timesteps(of index: Int) throws(FileError) -> [TimestepFacts] {
    try check(index)
    return series.timesteps(of: index)
  }

  /// What would be true if an observation of such timesteps ended at each of them, one for each; nil
  /// where they do not tell it.
  package func truths(of timesteps: [TimestepFacts]) -> [Bool]? { series.truths(of: timesteps) }

  /// What is known of an observation whose timesteps were changed.
  package func told(
    _ facts: ObservationFacts, of timesteps: [TimestepFacts]
  ) -> ObservationFacts { series.told(facts, of: timesteps) }
}
