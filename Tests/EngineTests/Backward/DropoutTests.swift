import Foundation
import Testing

@testable import Engine

/// What layers that work in training only draw.
@Suite struct DropoutTests {
  private let count = 40_000

  /// What a layer makes of ones in a step of training, 200 timesteps of 200 features.
  private func trained(_ layer: any LayerSettings, seed: UInt64 = 1) throws -> [Float] {
    let network = try Network(
      NetworkDescription(
        input: InputLayer(timesteps: 200, features: 200), layers: [Layer(layer)]), weights: [:])
    var chance = SplitMix64(seed: seed)
    let ones = Observation(
      timesteps: 200, features: 200, values: [Float](repeating: 1, count: count))
    return try network.trainingPass([ones], chance: &chance).output.values
  }

  private func moments(_ values: [Float]) -> (mean: Double, deviation: Double) {
    let mean = values.reduce(0) { $0 + Double($1) } / Double(values.count)
    let square = values.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
    return (mean, (square / Double(values.count)).squareRoot())
  }

  @Test("Dropout puts its share to 0 and scales what stays")
  func dropout() throws {
    let values = try trained(made(Dropout(name: "layer")) { $0.rate = 0.3 })
    #expect(Set(values) == [0, Float(1 / 0.7)])
    #expect(abs(Double(values.count { $0 == 0 }) / Double(count) - 0.3) < 0.01)
  }

  @Test("SpatialDropout1D takes whole features")
  func spatial() throws {
    let values = try trained(made(SpatialDropout1D(name: "layer")) { $0.rate = 0.5 })
    let first = Array(values[0..<200])
    #expect(Set(first) == [0, 2])
    #expect(
      stride(from: 0, to: count, by: 200).allSatisfy { Array(values[$0..<$0 + 200]) == first })
  }

  @Test("GaussianDropout multiplies by noise around 1")
  func gaussianDropout() throws {
    let found = moments(try trained(made(GaussianDropout(name: "layer")) { $0.rate = 0.2 }))
    #expect(abs(found.mean - 1) < 0.01)
    #expect(abs(found.deviation - 0.5) < 0.01)
  }

  @Test("GaussianNoise is added")
  func gaussianNoise() throws {
    let found = moments(try trained(made(GaussianNoise(name: "layer")) { $0.deviation = 0.7 }))
    #expect(abs(found.mean - 1) < 0.02)
    #expect(abs(found.deviation - 0.7) < 0.01)
  }

  @Test("AlphaDropout keeps mean and variance of numbers around 0")
  func alpha() throws {
    let network = try Network(
      NetworkDescription(
        input: InputLayer(timesteps: 200, features: 200),
        layers: [Layer(made(AlphaDropout(name: "layer")) { $0.rate = 0.2 })]), weights: [:])
    var chance = SplitMix64(seed: 3)
    let noise = chance.normal(count, deviation: 1)
    let found = try network.trainingPass(
      [Observation(timesteps: 200, features: 200, values: noise)], chance: &chance)
    #expect(abs(moments(found.output.values).mean) < 0.02)
    #expect(abs(moments(found.output.values).deviation - 1) < 0.02)
  }

  @Test("a rate of 0 changes nothing, a rate of 1 leaves nothing of Dropout")
  func ends() throws {
    #expect(try Set(trained(made(Dropout(name: "layer")) { $0.rate = 0 })) == [1])
    #expect(try Set(trained(made(Dropout(name: "layer")) { $0.rate = 1 })) == [0])
  }

  @Test("the same seed draws the same, another one something else")
  func seeds() throws {
    #expect(try trained(Dropout(name: "layer")) == trained(Dropout(name: "layer")))
    #expect(try trained(Dropout(name: "layer")) != trained(Dropout(name: "layer"), seed: 2))
  }

  @Test("the averages of BatchNormalization move towards those of the batch")
  func averages() throws {
    let layer = made(BatchNormalization(name: "layer")) { $0.momentum = 0.9 }
    let network = try Network(
      NetworkDescription(
        input: InputLayer(timesteps: nil, features: 1, hasTimesteps: false), layers: [Layer(layer)]),
      weights: [
        "layer/gamma": Tensor(shape: [1], values: [1]),
        "layer/beta": Tensor(shape: [1], values: [0]),
        "layer/moving_mean": Tensor(shape: [1], values: [1]),
        "layer/moving_variance": Tensor(shape: [1], values: [2]),
      ])
    var chance = SplitMix64(seed: 1)
    let batch = [Float(2), 6].map { Observation(timesteps: 1, features: 1, values: [$0]) }
    let moved = try network.trainingPass(batch, chance: &chance).moved
    // The batch has mean 4 and variance 4.
    #expect(abs((moved["layer/moving_mean"]?[0] ?? 0) - 1.3) < 1e-6)
    #expect(abs((moved["layer/moving_variance"]?[0] ?? 0) - 2.2) < 1e-6)
    #expect(network.looksAtWholeBatches)
    #expect(try network.backwardPass(batch).moved.isEmpty)
  }
}
