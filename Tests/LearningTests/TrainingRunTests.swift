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
    let description = NetworkDescription(
      input: InputLayer(timesteps: 4, features: 1),
      layers: [
        Layer(SimpleRNN(name: "rnn", units: 3, activation: .relu, returnSequences: true)),
        Layer(Dense(name: "output", units: 1, activation: .sigmoid)),
      ])
    var settings = Runs.settings(.sgd(), rate: 1e12)
    settings.clipping = nil
    var run = try Runs.fresh(settings, Runs.data(), description)
    var problem: TrainingProblem?
    var before = run
    for _ in 0..<15 where problem == nil {
      before = run
      problem = run.stepOrProblem()
    }
    guard case .notFinite(.output(let layer, let timestep?), let epoch, let batch) = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(layer == "rnn" && (0..<4).contains(timestep))
    #expect(
      problem?.sentence
        == "epoch \(epoch), batch \(batch): rnn makes a number that is not finite at timestep "
        + "\(timestep); a smaller learning rate, or clipping, keeps numbers finite")
    #expect(run.network.weights == before.network.weights && run.steps == before.steps)
    #expect(run.network.weights.values.allSatisfy { $0.values.allSatisfy(\.isFinite) })
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
    guard case .notFinite(.gradient(let weight, 5?), 1, let batch) = problem else {
      Issue.record("\(String(describing: problem))")
      return
    }
    #expect(weight == "rnn/kernel")
    #expect(
      problem?.sentence
        == "epoch 1, batch \(batch): the gradient of rnn/kernel is not finite, on the way back from "
        + "timestep 5 on; a smaller learning rate, or clipping, keeps numbers finite")
  }
}
