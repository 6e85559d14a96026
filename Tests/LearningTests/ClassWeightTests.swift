import Engine
import Foundation
import Learning
import ModelFiles
import Testing

@Suite struct ClassWeightTests {
  /// The mean of −ln of the share of each row's truth, by its class's weight.
  private func loss(
    _ run: TrainingRun, _ weight: (Float) -> Double
  ) throws -> Double {
    var sum = 0.0
    var rows = 0
    for example in run.training {
      let found = try run.network.outputs([example.observation])[0].values
      for (p, y) in zip(found, example.target) {
        sum -= weight(y) * log(Double(y == 1 ? p : 1 - p))
        rows += 1
      }
    }
    return sum / Double(rows)
  }

  @Test("where each timestep has an answer, each counts by its own class")
  func eachTimestep() throws {
    var settings = TrainingSettings(loss: .binaryCrossEntropy)
    settings.batchSize = 40
    settings.classWeights = [0: 0.25, 1: 3]
    let task = ParityTask(timesteps: 4)
    var run = try TrainingRun(
      Network(task.suggestedNetwork, seed: 5), training: task.examples(40, seed: 3),
      settings: settings)
    let expected = try loss(run) { $0 == 1 ? 3 : 0.25 }
    try run.step()
    #expect(abs(run.steps[0].loss - expected) < 1e-5)
  }

  @Test("an answer that is no class counts as 1, however large")
  func noClass() throws {
    let task = AddingTask(timesteps: 4)
    let example = task.example(0, of: .training, seed: 1)
    for answer: Float in [1e30, -0.3, 0.5] {
      var weighted = TrainingSettings(loss: .meanSquaredError)
      weighted.classWeights = [1: 5]
      let examples = [LabelledExample(example.observation, target: [answer])]
      let network = try Network(task.suggestedNetwork, seed: 1)
      var run = try TrainingRun(network, training: examples, settings: weighted)
      var plain = try TrainingRun(
        network, training: examples, settings: TrainingSettings(loss: .meanSquaredError))
      try run.step()
      try plain.step()
      #expect(run.steps[0].loss == plain.steps[0].loss)
    }
  }

  @Test("of one-hot answers the class is the place of the one, of numbers the number")
  func classes() throws {
    let layers = [
      Layer(LSTM(name: "lstm", units: 2)),
      Layer(Dense(name: "output", units: 3, activation: .softmax)),
    ]
    let network = try Network(
      NetworkDescription(input: InputLayer(timesteps: 4, features: 2), layers: layers), seed: 1)
    let observation = AddingTask(timesteps: 4).example(0, of: .training, seed: 1).observation
    for (loss, target) in [
      (Loss.categoricalCrossEntropy, [0, 0, 1]), (.sparseCategoricalCrossEntropy, [2]),
    ] as [(Loss, [Float])] {
      var settings = TrainingSettings(loss: loss)
      settings.classWeights = [2: 4]
      var run = try TrainingRun(
        network, training: [LabelledExample(observation, target: target)], settings: settings)
      let share = Double(try network.outputs([observation])[0].values[2])
      try run.step()
      #expect(abs(run.steps[0].loss + 4 * log(share)) < 1e-5)
    }
  }
}
