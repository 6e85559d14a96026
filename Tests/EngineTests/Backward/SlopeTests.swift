import Engine
import Testing

/// Where a curve bends it has two slopes; the numbers are TensorFlow's, from `Fixtures/print-slopes.py`.
@Suite struct SlopeTests {
  private func slope(of layer: any LayerSettings, at x: Float) throws -> Float {
    let network = try Network(
      NetworkDescription(
        input: InputLayer(timesteps: 1, features: 1), layers: [Layer(layer)]), weights: [:])
    let pass = try network.backwardPass([Observation(timesteps: 1, features: 1, values: [x])])
    return pass.gradients(of: [1], withInputs: true).inputs[0][0]
  }

  @Test(
    "of an activation",
    arguments: [
      (Activation.leakyReLU, -1, 0.2), (.leakyReLU, 0, 0.2), (.leakyReLU, 1, 1),
      (.selu, 0, 1.050_701), (.elu, 0, 1), (.relu, 0, 0), (.relu6, 0, 0), (.relu6, 6, 0),
      (.hardSigmoid, -3, 0), (.hardSigmoid, 3, 0), (.hardSilu, -3, 0), (.hardSilu, 3, 1),
      (.softsign, 0, 1),
    ] as [(Activation, Float, Float)])
  func activation(_ curve: Activation, x: Float, slope: Float) throws {
    let layer = made(ActivationLayer(name: "curve")) { $0.activation = curve }
    #expect(abs(try self.slope(of: layer, at: x) - slope) < 1e-6)
  }

  @Test("of a layer")
  func layer() throws {
    let leaky = LeakyReLU(name: "leaky")
    #expect(try slope(of: leaky, at: 0) == 0.3)
    let elu = made(ELU(name: "elu")) { $0.alpha = 0.5 }
    #expect(try slope(of: elu, at: 0) == 0.5)
    var relu = made(ReLU(name: "relu")) { $0.negativeSlope = 0.3 }
    #expect(try slope(of: relu, at: 0) == 0.3)
    relu.maxValue = 2
    #expect(try [0, 1, 2].map { try slope(of: relu, at: $0) } == [0, 1, 1])
    relu.threshold = 1
    #expect(try [0, 1, 2].map { try slope(of: relu, at: $0) } == [0.3, 0, 1])
  }
}
