import Engine
import Foundation

/// What a checkpoint says beside its tensors, as JSON. Numbers come back to the last bit.
///
/// What each step came to is left out: no number of a step to come depends on it.
struct CheckpointState: Codable, Hashable {
  var data: TrainingData
  /// A sum over all examples, which tells whether they are still the same.
  var digest: UInt64
  var settings: TrainingSettings
  /// The layers in our short form.
  var network: [String]
  var rate: Double
  var optimiserSteps: Int
  /// The steps taken in the epoch under way, and what they came to.
  var batch: Int
  var tally: Tally
  var results: [EpochResult]
  /// The best epoch, where one has ended.
  var best: Int?
  var epochChance: UInt64
  var chance: UInt64

  var text: String {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .sortedKeys
      encoder.nonConformingFloatEncodingStrategy = .convertToString(
        positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
  }

  init(text: String) throws {
    let decoder = JSONDecoder()
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    self = try decoder.decode(Self.self, from: Data(text.utf8))
  }
}

extension CheckpointState {
  init(_ run: TrainingRun, _ data: TrainingData, _ network: [String]) {
    self.data = data
    self.network = network
    digest = run.examplesDigest
    settings = run.settings
    rate = run.rate
    optimiserSteps = run.optimiser.steps
    batch = run.batch
    tally = run.tally
    results = run.results
    best = run.best?.epoch
    epochChance = run.epochChance.state
    chance = run.chance.state
  }
}

extension TrainingRun {
  /// FNV-1a (Fowler, Noll and Vo) over the bits of all examples.
  var examplesDigest: UInt64 {
    var digest: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ bits: UInt32) { digest = (digest ^ UInt64(bits)) &* 0x100_0000_01B3 }
    for part in [training, validation] {
      add(UInt32(truncatingIfNeeded: part.count))
      for example in part {
        for observation in [example.observation] + example.observation.beside {
          add(UInt32(truncatingIfNeeded: observation.timesteps))
          for value in observation.values { add(value.bitPattern) }
        }
        for value in example.target { add(value.bitPattern) }
      }
    }
    return digest
  }
}
