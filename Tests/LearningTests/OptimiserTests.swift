import Documents
import Engine
import Foundation
import Learning
import ModelFiles
import Testing

@Suite struct OptimiserTests {
  /// A way to learn that Keras was asked for, too.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var optimiser = OptimiserKind.adam()
    var clipping: Clipping?
    var loss = Loss.categoricalCrossEntropy
    var activation = Activation.softmax
    var answers = "one_hot"

    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "adam"),
    Case(name: "sgd", optimiser: .sgd()),
    Case(name: "momentum", optimiser: .sgd(momentum: 0.9)),
    Case(name: "nesterov", optimiser: .sgd(momentum: 0.9, nesterov: true)),
    Case(name: "rmsprop", optimiser: .rmsprop()),
    Case(name: "rmsprop_momentum", optimiser: .rmsprop(momentum: 0.5)),
    Case(name: "clipnorm", optimiser: .sgd(), clipping: .each(0.1)),
    Case(name: "global_clipnorm", optimiser: .sgd(), clipping: .all(0.1)),
    Case(name: "binary", loss: .binaryCrossEntropy, activation: .sigmoid),
    Case(name: "categorical_softplus", activation: .softplus),
    Case(name: "sparse", loss: .sparseCategoricalCrossEntropy, answers: "number"),
    Case(name: "mse", loss: .meanSquaredError, activation: .linear, answers: "real"),
    Case(name: "mae", loss: .meanAbsoluteError, activation: .linear, answers: "real"),
  ]

  @Test("six steps lose what Keras's lose, and end at its weights", arguments: cases)
  func steps(_ one: Case) throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/training.safetensors").path
    let tensors = try Safetensors(contentsOf: file).tensors
    let x = try #require(tensors["x"])
    let answers = try #require(tensors["answers/\(one.answers)"]).values
    let (count, size) = (x.shape[0], x.shape[1] * x.shape[2])
    let width = answers.count / count
    let examples = (0..<count).map { index in
      LabelledExample(
        Observation(
          timesteps: x.shape[1], features: x.shape[2],
          values: Array(x.values[index * size..<(index + 1) * size])),
        target: Array(answers[index * width..<(index + 1) * width]))
    }
    let description = NetworkDescription(
      input: InputLayer(timesteps: x.shape[1], features: x.shape[2]),
      layers: [
        Layer(LSTM(name: "lstm", units: 3)),
        Layer(Dense(name: "output", units: 3, activation: one.activation)),
      ])
    let keys = description.plan().layers.flatMap(\.weightShapes).map(\.key)
    var before: [String: Tensor] = [:]
    for key in keys { before[key] = Tensor(try #require(tensors["before/\(key)"])) }
    var settings = TrainingSettings(loss: one.loss, optimiser: one.optimiser, rate: 0.05)
    settings.batchSize = 4
    settings.epochs = 1
    settings.shuffles = false
    settings.clipping = one.clipping
    var run = try TrainingRun(
      Network(description, weights: before), training: examples, settings: settings)
    while !run.isFinished { try run.step() }

    let losses = try #require(tensors["\(one.name)/losses"]).values
    #expect(run.steps.count == losses.count)
    for (step, loss) in zip(run.steps, losses) { #expect(abs(Float(step.loss) - loss) < 1e-5) }
    for key in keys {
      let expected = try #require(tensors["\(one.name)/\(key)"]).values
      let found = try #require(run.network.weights[key]).values
      let largest = zip(found, expected).map { abs($0 - $1) }.max() ?? .infinity
      #expect(largest < 1e-5, "\(key)")
    }
  }
}
