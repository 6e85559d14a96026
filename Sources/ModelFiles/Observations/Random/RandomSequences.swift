import Documents
import Engine

/// Made-up observations for a network that came without data, so that its screens have numbers.
///
/// Evenly spread from −1 to 1, sequence n from a SplitMix64 of its own as in `LatchSequences`. What
/// enters an Embedding are rows of its table; where 0 stands for nothing, sequences are of different
/// lengths, with zeros before them as Keras pads them.
package struct RandomSequences: Hashable, Sendable {
  /// Timesteps where the network takes any number of them.
  static let usualTimesteps = 20

  /// The most numbers of an observation.
  static let largest = NetworkPlan.mostAtOnce

  /// Rows of an observation.
  package let timesteps: Int
  /// Numbers a row.
  package let features: Int
  private let seed: UInt64
  /// The rows of the table that is read; nil where features come in.
  private let rows: Int?
  /// Whether zeros stand before a sequence.
  private let isPadded: Bool
  /// What goes into the other inputs.
  private let others: [RandomSequences]

  /// Throws when an observation would be larger than this program is willing to make up.
  init(_ network: NetworkDescription, seed: UInt64, file: String) throws(FileError) {
    var others: [RandomSequences] = []
    for (place, open) in network.inputs.enumerated().dropFirst() {
      // What is open is as long as the first, so that they go together.
      var input = open
      if input.hasTimesteps, input.timesteps == nil { input.timesteps = network.input.timesteps }
      others.append(
        try RandomSequences(
          input, network, seed: seed &+ UInt64(place), file: file, others: []))
    }
    try self.init(network.input, network, seed: seed, file: file, others: others)
  }

  private init(
    _ input: InputLayer, _ network: NetworkDescription, seed: UInt64, file: String,
    others: [RandomSequences]
  ) throws(FileError) {
    timesteps = input.hasTimesteps ? input.timesteps ?? Self.usualTimesteps : 1
    features = input.features
    guard timesteps <= Self.largest / max(features, 1) else {
      throw FileError(
        file, .observationTooLarge(timesteps: timesteps, features: features, limit: Self.largest))
    }
    self.seed = seed
    self.others = others
    let table = input.hasFeatures ? nil : network.table(reading: input)
    rows = input.hasFeatures ? nil : max(1, table?.inputDimension ?? 2)
    isPadded = table?.maskZero ?? false
  }

  func observation(_ index: Int) -> Observation {
    var generator = SplitMix64(seed: seed, stream: UInt64(index))
    return Observation(
      timesteps: timesteps, features: features,
      values: rows.map { tokens(of: $0, &generator) } ?? numbers(&generator),
      beside: others.map { $0.observation(index) })
  }

  private func numbers(_ generator: inout SplitMix64) -> [Float] {
    (0..<timesteps * features).map { _ in Float(generator.below(1 << 24)) * 0x1p-23 - 1 }
  }

  private func tokens(of rows: Int, _ generator: inout SplitMix64) -> [Float] {
    let padding = isPadded ? generator.below(UInt64(timesteps / 2 + 1)) : 0
    let first = isPadded && rows > 1 ? 1 : 0
    return (0..<timesteps).map { timestep in
      timestep < padding ? 0 : Float(first + generator.below(UInt64(rows - first)))
    }
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
