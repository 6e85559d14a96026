import Engine
import Learning
import ModelFiles
import Phrases
import Testing

@Suite struct LossChoiceTests {
  private func plan(_ layers: [any LayerSettings]) -> NetworkPlan {
    description(layers).plan()
  }

  private func description(_ layers: [any LayerSettings]) -> NetworkDescription {
    NetworkDescription(
      input: InputLayer(timesteps: 6, features: 10),
      layers: [Layer(LSTM(name: "lstm", units: 2))] + layers.map { Layer($0) })
  }

  private func curve(_ activation: Activation) -> ActivationLayer {
    var layer = ActivationLayer(name: "curve")
    layer.activation = activation
    return layer
  }

  @Test("a yes-or-no answer that ends in a number from 0 to 1 takes the cross-entropy")
  func yesOrNo() {
    let sum = Dense(name: "sum", units: 1)
    let sigmoid = Dense(name: "sum", units: 1, activation: .sigmoid)
    #expect(Loss.suiting(plan([sigmoid]), .yesOrNo) == .binaryCrossEntropy)
    #expect(Loss.suiting(plan([sum, curve(.sigmoid)]), .yesOrNo) == .binaryCrossEntropy)
    #expect(
      Loss.suiting(plan([sigmoid, curve(.linear), Dropout(name: "drop")]), .yesOrNo)
        == .binaryCrossEntropy)
    #expect(Loss.suiting(plan([sum]), .yesOrNo) == .meanSquaredError)
    #expect(Loss.suiting(plan([sigmoid]), .number) == .meanSquaredError)
    #expect(Loss.suiting(plan([Dense(name: "sum", units: 2)]), .yesOrNo) == nil)
  }

  @Test("a sigmoid layer of its own and one within Dense give the same gradients of the states")
  func sameGradients() throws {
    let task = LatchTask(timesteps: 6)
    let example = task.example(0, of: .training, seed: 1)
    var sizes: [[Float]] = []
    for layers: [any LayerSettings] in [
      [Dense(name: "sum", units: 1, activation: .sigmoid)],
      [Dense(name: "sum", units: 1), curve(.sigmoid)],
    ] {
      let network = try Network(description(layers), seed: 4)
      let loss = try #require(Loss.suiting(network.plan, task.answer))
      let trace = try network.forwardLater(
        example.observation, toward: loss.objective(target: example.target)
      ).value
      sizes.append(trace.all(.hiddenGradient, layer: 0).values)
    }
    #expect(!sizes[0].isEmpty && sizes[0] == sizes[1])
  }

  @Test("a last layer that cannot answer the task is refused, and what to give it is said")
  func refused() throws {
    let task = LatchTask(timesteps: 6)
    func sentence(_ layers: [any LayerSettings]) -> String? {
      do {
        try task.check(plan(layers))
        return nil
      } catch { return error.sentence }
    }
    #expect(
      sentence([Dense(name: "out", units: 1)])
        == "out has the activation linear, and this task is answered by a number from 0 to 1; give the last "
        + "layer the activation sigmoid")
    #expect(
      sentence([])
        == "lstm has no activation at its end, and this task is answered by a number from 0 to 1; give "
        + "the last layer the activation sigmoid")
    #expect(sentence([Dense(name: "out", units: 1, activation: .sigmoid)]) == nil)
    #expect(sentence([Dense(name: "sum", units: 1), curve(.hardSigmoid)]) == nil)
    #expect(throws: TrainingProblem.self) {
      try AddingTask().check(plan([Dense(name: "out", units: 1, activation: .softmax)]))
    }
    try AddingTask().check(plan([Dense(name: "out", units: 1, activation: .relu)]))
    for task in try Tasks.all() { try task.check(task.suggestedNetwork.plan()) }
  }
}
