import Documents
import Engine

/// Made-up observations for a network that came without data, so that its screens have numbers.
///
/// Evenly spread from −1 to 1, sequence n from a SplitMix64 of its own as in `LatchSequences`.
package struct RandomSequences: Hashable, Sendable {
  /// Timesteps where the network takes any number of them.
  static let usualTimesteps = 20

  /// The most numbers of an observation: no run holds more.
  static let largest = NetworkPlan.mostNumbers

  /// Rows of an observation.
  package let timesteps: Int
  /// Numbers a row.
  package let features: Int
  private let seed: UInt64

  /// Throws when an observation would be larger than this program is willing to make up.
  init(_ input: InputLayer, seed: UInt64, file: String) throws(FileError) {
    timesteps = input.hasTimesteps ? input.timesteps ?? Self.usualTimesteps : 1
    features = input.features
    guard timesteps <= Self.largest / max(features, 1) else {
      throw FileError(
        file, .observationTooLarge(timesteps: timesteps, features: features, limit: Self.largest))
    }
    self.seed = seed
  }

  func observation(_ index: Int) -> Observation {
    var generator = SplitMix64(seed: seed, stream: UInt64(index))
    let values = (0..<timesteps * features).map { _ in
      Float(generator.below(1 << 24)) * 0x1p-23 - 1
    }
    return Observation(timesteps: timesteps, features: features, values: values)
  }

  func facts(_ index: Int) -> ObservationFacts {
    ObservationFacts(index: index, kind: .random)
  }

  func timesteps(of index: Int) -> [TimestepFacts] {
    TimestepFacts.plain(timesteps)
  }
}

extension RandomSequences: ObservationSeries {
  var observationCount: Int? { nil }
  var featureCount: Int { features }
  var source: String { "the made-up numbers" }
}
