import Engine
import Foundation
import Testing

/// The latch that ships, on the fifty sequences recorded with it.
struct Latch {
  let network: Network
  let sequences: [[Int]]

  init() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "lessons/models/latch")
    network = try Network(
      seedNetwork,
      weights: Safetensors(contentsOf: folder.appending(path: "weights.safetensors")).tensors)
    sequences = try String(contentsOf: folder.appending(path: "sequences.txt"), encoding: .utf8)
      .split(separator: "\n").filter { !$0.hasPrefix("#") }
      .map { $0.compactMap(\.wholeNumberValue) }
  }

  /// Every sequence one-hot.
  var observations: [Observation] { sequences.indices.map(observation) }

  /// One sequence one-hot, `[50, 10]`.
  func observation(_ index: Int) -> Observation {
    var values = [Float](repeating: 0, count: 500)
    for (timestep, symbol) in sequences[index].enumerated() { values[timestep * 10 + symbol] = 1 }
    return Observation(timesteps: 50, features: 10, values: values)
  }

  /// Whether a sequence ends set: a 7 came later than any 3.
  func isSet(_ index: Int) -> Bool { sequences[index].last { $0 == 7 || $0 == 3 } == 7 }

  /// What the network answers for each sequence, 0 to 1.
  func answers(
    under interventions: Interventions = .none, by network: Network? = nil
  ) throws -> [Float] {
    try (network ?? self.network).outputs(observations, under: interventions)
      .map { try #require($0.values.first) }
  }

  /// The sequences whose answer is on the wrong side of 0.5.
  func wrong(
    under interventions: Interventions = .none, by network: Network? = nil
  ) throws -> [Int] {
    let answers = try answers(under: interventions, by: network)
    return sequences.indices.filter { (answers[$0] > 0.5) != isSet($0) }
  }
}
