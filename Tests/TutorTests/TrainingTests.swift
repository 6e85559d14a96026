import Engine
import Learning
import ModelFiles
import Phrases
import Screen
import Testing
import Vocabulary

@testable import Tutor

/// A training that runs here, beside undo, other models and other trainings.
@Suite("Training here")
struct TrainingTests {
  static let text = """
    name: latch
    network:
      input: {timesteps: 50, features: 10}
      layers:
        - {lstm: memory, units: 4}
        - {dense: out, units: 1, activation: sigmoid}
    observations: {kind: latch, seed: 7}
    """

  private func tutor(_ commands: String = "", beside: Bool = false) throws -> State {
    var state = try State(try Models.load(Self.text), kernels: .portable)
    if !commands.isEmpty { try Models.run(commands, on: &state) }
    state.explorer.trainsBeside = beside
    return state
  }

  /// What so many steps of the training of now come to.
  static func outcome(_ state: State, steps: Int) throws -> TrainingOutcome {
    let live = try #require(state.explorer.training)
    var outcome = TrainingOutcome(run: live.run, ticket: live.ticket, seconds: 0.1)
    for _ in 0..<steps { #expect(outcome.run.stepOrProblem() == nil) }
    return outcome
  }

  @Test(
    "undo and opening the model bring the network back that was open before; epochs the trained one"
  )
  func before() throws {
    let before = try tutor().explorer.network.weights
    var state = try tutor("train 1 batch")
    let trained = state.explorer.network.weights
    #expect(trained != before)
    try Models.run("undo", on: &state)
    #expect(state.explorer.network.weights == before && state.explorer.openEpoch == nil)
    try Models.run("redo", on: &state)
    #expect(state.explorer.network.weights == trained)
    state.open(try Models.load(Self.text))
    #expect(state.explorer.network.weights == before && state.explorer.openEpoch == nil)
    try Models.run("epoch last", on: &state)
    #expect(state.explorer.network.weights == trained)
    #expect(state.message?.contains("in epoch 0 →") == true)
    try Models.run("train 1 batch", on: &state)
    #expect(state.explorer.training?.steps == 2, "it goes on")
  }

  @Test(
    "what trains nothing begins no training",
    arguments: ["train off", "train over", "rate 0.01", "rate 5", "rate x2"])
  func beginning(command: String) throws {
    var state = try tutor()
    let before = state.explorer.network.weights
    state.update(try Command(parsing: command))
    #expect(
      state.message == "no training has begun; 'train 1 batch' and 'train 1 epoch' begin one")
    #expect(state.isRefused && state.explorer.training == nil)
    #expect(state.explorer.network.weights == before)
  }

  @Test("steps of another training, or beyond where it was stopped, do not count")
  func tickets() throws {
    var one = try tutor("open learning", beside: true)
    one.press(.character(" "))
    var other = try tutor("open learning", beside: true)
    other.press(.character(" "))
    other.explorer.take(try Self.outcome(one, steps: 2))
    #expect(other.explorer.training?.steps == 0)
    let late = try Self.outcome(one, steps: 3)
    one.press(.character(" "))
    one.press(.character("b"))
    one.explorer.take(late)
    #expect(one.explorer.training?.steps == 0)
    one.explorer.take(try Self.outcome(one, steps: 1))
    #expect(one.explorer.training?.steps == 1 && !one.explorer.isTraining)
  }

  @Test("it stops where another network is opened, and no version of it is lost")
  func leaving() throws {
    for leaves in ["undo", "model"] {
      var state = try tutor("train 2 batches", beside: true)
      try Models.run("train on", on: &state)
      if leaves == "undo" {
        try Models.run("undo", on: &state)
      } else {
        state.open(try Models.load(shipped: "latch"))
      }
      #expect(!state.explorer.isTraining)
      #expect(
        state.explorer.versions?.newest.network.weights
          == state.explorer.training?.run.network.weights)
    }
  }

  @Test("of long observations fewer are drawn, and there are always some")
  func counts() {
    #expect(LiveTraining.counts(numbersEach: 500) == (2000, 500))
    #expect(LiveTraining.counts(numbersEach: 100_000) == (64, 16))
    #expect(LiveTraining.counts(numbersEach: 20_000) == (332, 83))
    #expect(LiveTraining.counts(numbersEach: 0) == (2000, 500))
  }

  @Test("what is guessed stays while the network learns")
  func guessing() throws {
    var state = try tutor("train 1 epoch; go first; predict on", beside: true)
    let now = state.explorer.network.weights
    try Models.run("train 1 batch", on: &state)
    state.explorer.take(try Self.outcome(state, steps: 1))
    #expect(state.explorer.network.weights == now && state.explorer.position.epoch == 1)
  }

  @Test("a network that does not fit what is asked is refused in words")
  func unfit() throws {
    let text = Self.text.replacing("units: 1", with: "units: 2")
    var state = try State(try Models.load(text), kernels: .portable)
    state.update(.train(.on))
    #expect(state.isRefused && state.explorer.training == nil)
    let message = try #require(state.message)
    #expect(message.hasPrefix("the true answer of example 0"), "\(message)")
  }

  @Test("the line of progress is at the end of an epoch until the next has begun")
  func progress() throws {
    var state = try tutor("open learning; train 1 epoch")
    func place() -> String { state.explorer.training?.progress.last?.text ?? "" }
    #expect(place() == "epoch 1 of 10, batch 63 of 63")
    func title() -> String { view(state, size: Size(width: 80, height: 24)).line(0) }
    #expect(title().contains("epoch 1 · paused"))
    try Models.run("train 1 batch", on: &state)
    #expect(place() == "epoch 2 of 10, batch 1 of 63")
    #expect(title().contains("in epoch 2 · paused"))
    let shown = view(state, size: Size(width: 120, height: 30)).text()
    #expect(shown.contains("○ epoch 1 0."))
    #expect(shown.contains("After epoch 1 it gets"))
  }

  @Test(
    "before it begins only what the task asks has its chart, and no row is kept for no gradient")
  func rows() throws {
    let layout = LearningLayout(
      LearningLayout.Demand(
        hasCharts: true, hasAccuracy: false, layers: [0], chosen: 0, hasTruth: false,
        hasGradients: false, hasAnswers: true),
      size: Size(width: 80, height: 24))
    for line in layout.lines {
      switch line {
      case .gradient, .chart(.accuracy, _, _): Issue.record("\(line)")
      default: break
      }
    }
    #expect(layout.lines.count + layout.sentenceRows.count == 22)
  }

  @Test("numbers on an axis have at most five characters, and none but 0 is written as 0")
  func axis() {
    let numbers: [(Float, String)] = [
      (0.693, "0.69"), (0.002, "2e-3"), (12.5, "12.50"), (123.4, "123.4"), (1234, "1234"),
      (123456, "1e5"),
    ]
    for (number, text) in numbers { #expect(LearningPhrases.number(number) == text) }
  }

  @Test("a layer of fewer timesteps than the observation is drawn at every place of the window")
  func pooled() throws {
    var state = try State(
      try Models.load(
        Self.text.replacing("timesteps: 50", with: "timesteps: 400").replacing(
          "    - {lstm", with: "    - {max_pooling1d: pool, pool_size: 2}\n    - {lstm")),
      kernels: .portable)
    try Models.run("open learning", on: &state)
    for timestep in [0, 150, 250, 399] {
      try Models.run("go \(timestep)", on: &state)
      let shown = view(state, size: Size(width: 80, height: 24)).text()
      #expect(shown.contains("∂loss/∂h"))
    }
  }
}
