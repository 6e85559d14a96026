import Engine
import Kernels
import Testing

@Suite("Activation")
struct ActivationTests {
  static let curves = Activation.allCases.filter { $0 != .softmax }

  /// Numbers from far below to far above 0, most of them near it.
  static let samples: [Float] = (-4000...4000).map { step in
    let part = Float(step) / 4000
    return part * part * part * 30
  }

  @Test("each agrees with its formula in double precision at every level", arguments: curves)
  func formula(_ activation: Activation) throws {
    let description = NetworkDescription(
      input: InputLayer(timesteps: nil, features: 1, hasTimesteps: true),
      layers: [Layer(Dense(name: "a", units: 1, activation: activation, useBias: false))])
    let network = try Network(
      description, weights: ["a/kernel": Tensor(shape: [1, 1], values: [1])])
    let observation = Observation(
      timesteps: Self.samples.count, features: 1, values: Self.samples)
    for level in Level.allCases where level.isAvailable {
      let output = try #require(
        network.forward(observation, kernels: Kernels(level)).output(0))
      let worst = zip(Self.samples, output.values).map { x, found in
        let exact = activation.value(at: Double(x))
        return abs(Double(found) - exact) / max(1, exact.magnitude, Double(x.magnitude))
      }.max()
      #expect((worst ?? .infinity) < 1e-6)
    }
  }

  @Test("what bounds a curve bounds it", arguments: curves)
  func ranges(_ activation: Activation) {
    guard let range = activation.range else { return }
    for x in Self.samples {
      let value = activation.value(at: Double(x))
      #expect(value >= Double(range.lowerBound) && value <= Double(range.upperBound))
    }
  }

  @Test("hard_sigmoid is what the Keras that wrote the file computes")
  func hardSigmoid() {
    #expect(Activation(keras: "hard_sigmoid", isKeras3: true) == .hardSigmoid)
    #expect(Activation(keras: "hard_sigmoid", isKeras3: false) == .hardSigmoidOfKeras2)
    #expect(Activation(keras: "swish", isKeras3: false) == .silu)
    #expect(Activation(keras: "hard_sigmoid_keras2", isKeras3: false) == nil)
    #expect(Activation.hardSigmoidOfKeras2.value(at: 1) == 0.7)
    #expect(abs(Activation.hardSigmoid.value(at: 1) - 2.0 / 3) < 1e-12)
  }
}
