import Engine
import Learning
import Phrases
import Testing

@Suite struct TrainingRunTests {
  @Test("the same seed gives the same weights and numbers bit for bit, another seed others")
  func sameSeed() throws {
    var runs = [try Runs.fresh(), try Runs.fresh(), try Runs.fresh()]
    var other = Runs.settings()
    other.seed = 8
    runs[2] = try Runs.fresh(other)
    for index in runs.indices { while !runs[index].isFinished { try runs[index].step() } }
    #expect(runs[0].network.weights == runs[1].network.weights)
    #expect(runs[0].results == runs[1].results)
    #expect(runs[0].steps == runs[1].steps)
    #expect(runs[0].network.weights != runs[2].network.weights)
  }

  @Test(
    "a number that is not finite stops the run where it stood, and says at which layer and timestep"
  )
  func notFinite() throws {
    let task = AddingTask(timesteps: 6)
    let description = task.network(of: [SimpleRNN(name: "rnn", units: 1, activation: .relu)])
    // What the first timestep leaves is 10⁴⁰ times as large at the third, more than a Float holds.
    let weights = [
      "rnn/kernel": Tensor(shape: [2, 1], values: [1, 1]),
      "rnn/recurrent_kernel": Tensor(shape: [1, 1], values: [1e20]),
      "rnn/bias": Tensor(shape: [1], values: [0]),
      "output/kernel": Tensor(shape: [1, 1], values: [1]),
      "output/bias": Tensor(shape: [1], values: [0]),
    ]
    var run = try TrainingRun(
      Network(description, weights: weights), training: task.examples(32, seed: 3),
      settings: TrainingSettings(loss: .meanSquaredError))
    let problem = run.stepOrProblem()
    #expect(
      problem
        == .notFinite(.output(layer: "rnn", timestep: 2), epoch: 1, batch: 1))
    #expect(
      problem?.sentence
        == "epoch 1, batch 1: rnn makes a number that is not finite at timestep 2; a smaller "
        + "learning rate, or clipping, keeps numbers finite")
    #expect(run.network.weights == weights && run.steps.isEmpty && run.batch == 0)
  }

  @Test("a gradient that is not finite is named with the layer and the timestep where that begins")
  func gradientNotFinite() throws {
    let task = AddingTask(timesteps: 6)
    let description = task.network(of: [SimpleRNN(name: "rnn", units: 3)])
    var settings = TrainingSettings(loss: .meanSquaredError, optimiser: .sgd(), rate: 1e6)
    settings.batchSize = 8
    var run = try TrainingRun(
      Network(description, seed: 5), training: task.examples(80, seed: 3), settings: settings)
    var problem: TrainingProblem?
    for _ in 0..<10 where problem == nil { problem = run.stepOrProblem() }
    guard case .notFinite(.gradient(let weight, let timestep?), 1, let batch) = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(weight == "rnn/kernel" && (0..<6).contains(timestep))
    #expect(
      problem?.sentence
        == "epoch 1, batch \(batch): the gradient of rnn/kernel is not finite, on the way back from "
        + "timestep \(timestep) on; a smaller learning rate, or clipping, keeps numbers finite")
  }
}
