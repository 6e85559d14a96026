import Lessons
import ModelFiles
import Screen
import Testing
import Vocabulary

@testable import LessonPlayer
@testable import Tutor

/// A network that is trained in a lesson, by a step or by the learner.
@Suite("Training in a lesson")
struct LessonTrainingTests {
  private static let lesson = """
    title: Small
    observation: 1
    steps:
      - say: Untrained.
        do: go 4
      - say: It has learnt.
        do:
          - train 2 batches
          - go 49
      - say: It has learnt more.
        do: train 1 batch
    """

  private func playing(beside: Bool = false) throws -> State {
    let model = try Models.load(TrainingTests.text)
    var state = try State(model, kernels: .portable)
    state.explorer.trainsBeside = beside
    state.open(try Playing.lesson(Self.lesson), on: model)
    return state
  }

  @Test("what the learner trained is off the path: n comes back to the lesson's own network")
  func stray() throws {
    var state = try playing()
    let own = state.explorer.network.weights
    try Models.run("train 1 batch", on: &state)
    #expect(state.explorer.network.weights != own)
    state.press(.character("n"))
    #expect(state.lesson?.number == 1 && state.explorer.network.weights == own)
    #expect(state.explorer.training == nil)
    state.press(.character("n"))
    #expect(state.lesson?.number == 2 && state.explorer.training?.steps == 2)
    try Models.run("rate x2", on: &state)
    state.press(.character("n"))
    #expect(state.lesson?.number == 2 && state.explorer.training?.rate == 0.001)
  }

  @Test("a step waits for what it trains, whenever that is done, and comes to the same network")
  func beside() throws {
    var wanted = try playing()
    wanted.press(.character("n"))
    var state = try playing(beside: true)
    state.press(.character("n"))
    #expect(state.explorer.isTraining && state.position.timestep == 4)
    state.press(.character("n"))
    #expect(
      state.message == "the network is still learning; the lesson goes on when it is done")
    for _ in 0..<2 {
      #expect(state.position.timestep == 4)
      state.take(try TrainingTests.outcome(state, steps: 1))
    }
    #expect(state.position.timestep == 49 && !state.explorer.isTraining)
    #expect(state.explorer.network.weights == wanted.explorer.network.weights)
    state.press(.character("n"))
    #expect(state.lesson?.number == 3 && state.explorer.training?.stepsLeft == 1)
    state.press(.character("p"))
    #expect(state.lesson?.number == 2)
    #expect(state.explorer.network.weights == wanted.explorer.network.weights)
  }

  @Test(
    "what was trained before the lesson stands still while it is open, and comes back as it was")
  func outside() throws {
    let model = try Models.load(TrainingTests.text)
    var state = try State(model, kernels: .portable)
    try Models.run("train 1 batch", on: &state)
    let trained = state.explorer.network.weights
    state.explorer.trainsBeside = true
    try Models.run("train on", on: &state)
    let late = try TrainingTests.outcome(state, steps: 1)
    state.open(try Playing.lesson(Self.lesson), on: model)
    #expect(state.explorer.trainsBeside)
    try Models.run("train 2 batches", on: &state)
    state.take(late)
    #expect(state.explorer.training?.steps == 0)
    state.update(.lesson(nil))
    state.take(late)
    #expect(state.explorer.network.weights == trained && !state.explorer.isTraining)
  }
}
