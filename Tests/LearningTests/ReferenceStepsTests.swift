import Documents
import Engine
import Foundation
import ModelFiles
import Testing

@testable import Learning

/// Steps of a training against those that Keras took; `EngineTests/Fixtures/README.md` says what the files
/// hold.
@Suite struct ReferenceStepsTests {
  /// Two LSTM layers and Dense layers behind them, as the seed's network has them.
  private func layers(_ units: [Int], dense: [Int]) -> [Layer] {
    [
      Layer(LSTM(name: "lstm1", units: units[0], returnSequences: true)),
      Layer(LSTM(name: "lstm2", units: units[1])),
    ]
      + dense.enumerated().map { place, units in
        Layer(Dense(name: "dense\(place + 1)", units: units, activation: .relu))
      } + [Layer(Dense(name: "output", units: 1, activation: .sigmoid))]
  }

  /// How far a training is off at the end of Keras's steps.
  private struct Distances {
    /// Of the loss before each step.
    var losses: [Double]
    /// Of each weight after them, and of its first gradient by the largest of its numbers.
    var weights: [String: Float]
    var gradients: [String: Float]
  }

  private func distances(_ path: String, _ layers: [Layer]) throws -> Distances {
    let tensors = try Safetensors(contentsOf: path).tensors
    func tensor(_ name: String) throws -> NumberArray { try #require(tensors[name]) }
    let input = try tensor("input")
    let (timesteps, features) = (input.shape[1], input.shape[2])
    let description = NetworkDescription(
      input: InputLayer(timesteps: timesteps, features: features), layers: layers)
    let keys = description.plan().layers.flatMap { $0.weightShapes.map(\.key) }
    var weights: [String: Tensor] = [:]
    for key in keys {
      let weight = try tensor("weights/" + key)
      weights[key] = Tensor(shape: weight.shape, values: weight.values)
    }
    let target = try tensor("target").values
    let size = timesteps * features
    let examples = target.enumerated().map { place, target in
      LabelledExample(
        Observation(
          timesteps: timesteps, features: features,
          values: Array(input.values[place * size..<(place + 1) * size])), target: [target])
    }
    let losses = try tensor("adam/losses").values
    var settings = TrainingSettings(loss: .binaryCrossEntropy)
    settings.batchSize = examples.count
    settings.shuffles = false
    settings.epochs = losses.count
    var run = try TrainingRun(
      Network(description, weights: weights), training: examples, settings: settings)
    var result = Distances(losses: [], weights: [:], gradients: [:])
    for loss in losses {
      try run.step()
      let found = try #require(run.results.last).training.loss
      result.losses.append(abs(found - Double(loss)))
      // After the first step the mean of the gradients is a tenth of the first of them.
      for key in keys where run.results.count == 1 {
        let found = try #require(run.optimiser.slots[key]?.first).map { $0 * 10 }
        let right = try tensor("gradient/" + key).values
        result.gradients[key] = difference(found, right) / (right.map(abs).max() ?? 1)
      }
    }
    for key in keys {
      result.weights[key] = difference(
        try #require(run.network.weights[key]).values, try tensor("adam/weights/" + key).values)
    }
    return result
  }

  private func difference(_ one: [Float], _ other: [Float]) -> Float {
    guard one.count == other.count else { return .infinity }
    return zip(one, other).map { abs($0 - $1) }.max() ?? .infinity
  }

  private func check(_ distances: Distances, weights count: Int) {
    #expect(distances.losses.allSatisfy { $0 < 1e-5 })
    #expect(distances.gradients.count == count && distances.weights.count == count)
    for (key, distance) in distances.gradients { #expect(distance < 1e-5, "\(key)") }
    for (key, distance) in distances.weights { #expect(distance < 1e-4, "\(key)") }
  }

  @Test("ten steps of Adam of a small network are Keras's")
  func small() throws {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("EngineTests/Fixtures").path
    let found = try distances(
      path + "/training_small.safetensors", layers([6, 4], dense: [5]))
    #expect(found.losses.count == 10)
    check(found, weights: 10)
  }

  @Test(
    "three steps of Adam of the seed's network are Keras's", .enabled(if: Self.folder != nil))
  func seed() throws {
    let folder = try #require(Self.folder)
    let found = try distances(
      folder + "/training_seed.safetensors", layers([128, 64], dense: [128, 64]))
    #expect(found.losses.count == 3)
    check(found, weights: 12)
    print(
      "gradients", found.gradients.values.max() ?? .nan, "weights",
      found.weights.values.max() ?? .nan)
  }

  /// A folder of larger cases.
  private static let folder = ProcessInfo.processInfo.environment["UNROLL_REFERENCE"]
}
