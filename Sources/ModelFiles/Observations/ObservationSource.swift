import Engine

/// Where a model's observations come from; they count from 0.
///
/// A new source is a case here and a type with the same four functions.
package enum ObservationSource: Hashable, Sendable {
  /// Symbols that set and clear, recorded and drawn.
  case latch(LatchSequences)
  /// Windows over days of weather.
  case weather(WeatherWindows)
  /// A file of the user's own.
  case file(ObservationFile)
  /// Made-up numbers, where there are no data.
  case random(RandomSequences)

  /// How many observations there are; `nil` where they never end.
  package var count: Int? {
    switch self {
    case .latch, .random: nil
    case .weather(let windows): windows.count
    case .file(let file): file.count
    }
  }

  /// How many timesteps each observation has.
  package var timesteps: Int {
    switch self {
    case .latch(let source): source.timesteps
    case .weather(let source): source.timesteps
    case .file(let source): source.tensor.shape[1]
    case .random(let source): source.timesteps
    }
  }

  /// How many features each timestep has.
  package var features: Int {
    switch self {
    case .latch: LatchSequences.symbols
    case .weather: WeatherWindows.features.count
    case .file(let source): source.tensor.shape[2]
    case .random(let source): source.features
    }
  }

  /// The path or the kind, for errors.
  private var name: String {
    switch self {
    case .latch: "the latch"
    case .weather: "the weather"
    case .file(let file): file.file
    case .random: "the made-up numbers"
    }
  }

  private func check(_ index: Int) throws(ModelFileError) {
    guard index >= 0, index < count ?? .max else {
      throw ModelFileError(name, .noObservation(index, count: count))
    }
  }

  /// The numbers of observation `index`; throws when there is none.
  package func observation(_ index: Int) throws(ModelFileError) -> Observation {
    try check(index)
    return switch self {
    case .latch(let source): source.observation(index)
    case .weather(let source): source.observation(index)
    case .file(let source): source.observation(index)
    case .random(let source): source.observation(index)
    }
  }

  /// What is known of observation `index`; throws when there is none.
  package func facts(_ index: Int) throws(ModelFileError) -> ObservationFacts {
    try check(index)
    return switch self {
    case .latch(let source): source.facts(index)
    case .weather(let source): source.facts(index)
    case .file(let source): source.facts(index)
    case .random(let source): source.facts(index)
    }
  }

  /// What is known of every timestep of observation `index`; throws when there is no such one.
  package func timesteps(of index: Int) throws(ModelFileError) -> [TimestepFacts] {
    try check(index)
    return switch self {
    case .latch(let source): source.timesteps(of: index)
    case .weather(let source): source.timesteps(of: index)
    case .file(let source): source.timesteps(of: index)
    case .random(let source): source.timesteps(of: index)
    }
  }
}
