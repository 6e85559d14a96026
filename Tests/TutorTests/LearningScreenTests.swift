import Engine
import Learning
import ModelFiles
import Screen
import Testing
import Vocabulary

@testable import Tutor

/// A network that is trained while one looks at it: here the latch with four units, whose steps are taken
/// at once.
@Suite("The learning screen")
struct LearningScreenTests {
  @Test(
    "where nobody knows the true answers it says so once, whole and with what to do",
    arguments: [
      Size(width: 60, height: 18), Size(width: 80, height: 24), Size(width: 120, height: 40),
    ])
  func nothingToLearn(size: Size) throws {
    let state = try Models.small(
      timesteps: 12, features: 2, layers: ["lstm: a, units: 3", "dense: out, units: 1"],
      "go 4; open learning")
    let rows = view(state, size: size).textRows()
    #expect(rows.count { $0.contains("Nobody knows") } == 1)
    let text = rows.joined(separator: " ").replacing(#/ +/#, with: " ")
    #expect(
      text.contains(
        "Nobody knows the true answers here, so there is nothing to learn from. --target NAME makes a "
          + "column of a .csv the true answers; 'model adding' opens a task to train."))
    #expect(!text.contains("epochs") && !text.contains("accuracy"))
  }

  private static let text = """
    name: latch
    network:
      input: {timesteps: 50, features: 10}
      layers:
        - {lstm: memory, units: 4}
        - {dense: out, units: 1, activation: sigmoid}
    observations: {kind: latch, seed: 7}
    """

  private func tutor(_ commands: String = "open learning") throws -> State {
    try Models.keptStates("learning: \(commands)") {
      var state = try State(try Models.load(Self.text), kernels: .portable)
      try Models.run(commands, on: &state)
      return state
    }
  }

  private func text(_ state: State, _ width: Int = 80, _ height: Int = 24) -> String {
    view(state, size: Size(width: width, height: height)).text()
  }

  private func epoch(_ state: State) -> String? {
    state.explorer.openEpoch.map { "\($0.number) of \($0.of)" }
  }

  @Test("before it begins it says what space does, and what is to be learnt")
  func beginning() throws {
    var state = try State(try Models.load(Self.text), kernels: .portable)
    state.press(.character("T"))
    #expect(state.position.screen == .learning)
    let shown = text(state)
    #expect(shown.contains("Training begins with fresh weights"))
    #expect(shown.contains("is it set at the end?"))
    #expect(shown.contains("not begun"))
    #expect(state.explorer.training == nil, "looking trains nothing")
  }

  @Test("b takes a batch, B goes on to the end of the epoch, each a version to go back to")
  func steps() throws {
    var state = try tutor()
    let untrained = state.explorer.network.weights
    state.press(.character("b"))
    #expect(state.explorer.training?.steps == 1)
    #expect(epoch(state) == "1 of 1")
    let begun = state.explorer.network.weights
    #expect(begun != untrained)
    state.press(.character("B"))
    #expect(state.explorer.training?.run.epoch == 1 && state.explorer.training?.run.batch == 0)
    #expect(epoch(state) == "1 of 1", "the epoch under way was replaced by its end")
    #expect(state.explorer.network.weights != begun)
    state.press(.character("B"))
    #expect(epoch(state) == "2 of 2")
    let second = state.explorer.network.weights
    state.press(.character("<"))
    state.press(.character("<"))
    #expect(epoch(state) == "0 of 2")
    let fresh = try Network(state.model.description, seed: LiveTraining.seed)
    #expect(state.explorer.network.weights == fresh.weights, "where it began")
    state.press(.character(">"))
    state.press(.character(">"))
    #expect(state.explorer.network.weights == second)
  }

  @Test("what is drawn below is the network of the version that is named above")
  func consistent() throws {
    let state = try tutor("open learning; train 1 epoch; go 49")
    let explorer = state.explorer
    let training = try #require(explorer.training)
    #expect(explorer.trace.network.weights == training.run.network.weights)
    let answer = try training.run.network.outputs(
      [explorer.example.observation], kernels: .portable)
    #expect(explorer.trace.end == answer[0].values)
    let sizes = try #require(explorer.reach(of: 0)).sizes
    #expect(sizes.count == 50)
    // The last hidden state alone leaves the layer: the loss hangs most on it.
    #expect(sizes.indices.max { sizes[$0] < sizes[$1] } == 49)
    #expect(sizes[48] > 0 && sizes[48] < sizes[49])
  }

  @Test("0 begins again with the same fresh weights, and the same steps come to the same weights")
  func startingOver() throws {
    var state = try tutor("open learning; train 3 batches")
    let first = state.explorer.network.weights
    state.press(.character("0"))
    #expect(state.explorer.training?.steps == 0 && epoch(state) == "0 of 0")
    try Models.run("train 3 batches", on: &state)
    #expect(state.explorer.network.weights == first)
  }

  @Test("the learning rate is doubled, halved and named, within bounds")
  func rate() throws {
    var state = try tutor("open learning; train 1 batch")
    state.press(.character("+"))
    #expect(state.explorer.training?.rate == 0.002)
    state.press(.character("-"))
    state.press(.character("-"))
    #expect(state.explorer.training?.rate == 0.0005)
    #expect(text(state).contains("learning rate 0.0005"))
    try Models.run("rate 0.01", on: &state)
    #expect(state.explorer.training?.rate == 0.01)
    try Models.run("train 1 batch", on: &state)
    #expect(state.explorer.training?.run.rate == 0.01)
    state.update(.training(.rate(.to(5))))
    #expect(state.isRefused && state.explorer.training?.rate == 0.01)
  }

  @Test("steps taken elsewhere are shown; those of a training that was begun again are not")
  func elsewhere() throws {
    var state = try tutor("open learning; train 1 batch")
    state.explorer.trainsBeside = true
    state.press(.character(" "))
    let live = try #require(state.explorer.training)
    #expect(live.isRunning && live.steps == 1, "somebody else takes them")
    var outcome = TrainingOutcome(run: live.run, ticket: live.ticket, seconds: 0.5)
    #expect(outcome.run.stepOrProblem() == nil)
    var late = outcome
    #expect(late.run.stepOrProblem() == nil)
    state.explorer.take(outcome)
    #expect(state.explorer.training?.steps == 2)
    #expect(state.explorer.network.weights == outcome.run.network.weights)
    state.press(.character(" "))
    #expect(!state.explorer.isTraining, "space stops it")
    state.press(.character("0"))
    let fresh = state.explorer.network.weights
    state.explorer.take(late)
    #expect(state.explorer.network.weights == fresh && state.explorer.training?.steps == 0)
  }

  @Test("who has gone back stays there while it goes on, is told so, and comes back by space")
  func goneBack() throws {
    var state = try tutor("open learning; train 1 epoch")
    state.explorer.trainsBeside = true
    state.press(.character(" "))
    #expect(view(state, size: Size(width: 80, height: 24)).line(23).contains("space stop"))
    state.press(.character("<"))
    #expect(state.message?.hasPrefix("epoch 0: the fresh network") == true)
    let back = state.explorer.network.weights
    let live = try #require(state.explorer.training)
    var outcome = TrainingOutcome(run: live.run, ticket: live.ticket, seconds: 0.5)
    #expect(outcome.run.stepOrProblem() == nil)
    state.explorer.take(outcome)
    #expect(epoch(state) == "0 of 2")
    #expect(state.explorer.network.weights == back)
    let canvas = view(state, size: Size(width: 80, height: 24))
    #expect(canvas.line(0).contains("epoch 0 · earlier epoch, ▶ training"))
    #expect(canvas.line(1).contains("shown: epoch 0 · trained: epoch 2 of 10, ▶ training"))
    #expect(canvas.line(23).contains("space newest"))
    state.press(.character(" "))
    #expect(state.explorer.isTraining, "it shows the newest, and goes on")
    #expect(state.explorer.network.weights == state.explorer.training?.run.network.weights)
    #expect(view(state, size: Size(width: 80, height: 24)).line(0).contains("in epoch 2 · ▶"))
  }

  @Test("where nothing trains, space from an earlier epoch shows the newest and begins nothing")
  func spaceBack() throws {
    var state = try tutor("open learning; train 2 epochs; epoch first")
    state.explorer.trainsBeside = true
    state.press(.character(" "))
    #expect(epoch(state) == "2 of 2" && !state.explorer.isTraining)
    state.press(.character(" "))
    #expect(state.explorer.isTraining)
  }

  @Test("the chart of the loss has room for what is learnt now, however bad that is")
  func lossScale() throws {
    // A rate at which it jumps about.
    var state = try tutor("open learning; train 1 batch; rate 1")
    var beyond = 0
    for _ in 0..<10 {
      try Models.run("train 1 batch", on: &state)
      let course = try #require(TrainingCourse(state.explorer))
      let newest = try #require(course.training?.run.steps.last.map { Float($0.loss) })
      #expect(course.scale(.loss) >= newest)
      if newest > 1.5 * (course.rules(.loss).map(\.value).max() ?? 0) { beyond += 1 }
    }
    #expect(beyond > 0)
  }

  @Test("an epoch under way is named as such, and its mark stands at its newest step")
  func underWay() throws {
    let state = try tutor("open learning; train 1 batch; go 49")
    let canvas = view(state, size: Size(width: 80, height: 24))
    #expect(canvas.line(0).contains("in epoch 1 · paused"))
    #expect(canvas.says("in epoch 0 →") && canvas.says("in epoch 1, batch 1 of 63"))
    let row = try #require(canvas.row(beginning: "epoch  "))
    #expect(canvas.frame[12, row].content == .glyph("▲"))
  }

  @Test("keys are offered where they do something")
  func footer() throws {
    func footer(_ state: State) -> String {
      view(state, size: Size(width: 80, height: 24)).line(23)
    }
    var state = try tutor()
    #expect(!footer(state).contains("<> epoch") && footer(state).contains("b B batch/epoch"))
    state.press(.character("<"))
    #expect(state.message == "there are no epochs yet; space trains, B trains one epoch")
    try Models.run("train 1 batch", on: &state)
    #expect(footer(state).contains("<> epoch") && footer(state).contains("space train"))
    state.press(.character("d"))
    #expect(state.position.screen == .learning && !state.isRefused)
    var learnt = try Models.tutor("parity", "open learning; train on")
    #expect(learnt.explorer.training?.stage == .done)
    #expect(!footer(learnt).contains("space") && !footer(learnt).contains("b B"))
    learnt.press(.character("<"))
    #expect(footer(learnt).contains("space newest"))
    learnt.press(.character(" "))
    #expect(!learnt.isRefused && learnt.position.epoch == nil)
  }

  @Test("what stands beside the charts is in the order of the values")
  func notes() throws {
    let state = try Models.tutor("copy", "open learning; train 1 batch")
    let rows = view(state, size: Size(width: 80, height: 24)).textRows()
    func row(_ text: String) throws -> Int {
      try #require(rows.lastIndex { $0.contains(text) }, "\(text)")
    }
    #expect(try row("always the same answer 0.2") < row("the last symbol 0.2"))
  }

  @Test("the row of the answer is that of the true one, and says which it is")
  func trueAnswer() throws {
    var state = try Models.tutor("copy", "open learning; train 1 batch; go last")
    let choice = try #require(state.example.facts.choice)
    let size = Size(width: 80, height: 24)
    #expect(state.position.units.last == choice.index)
    #expect(view(state, size: size).says("answer \(choice.name) so far"))
    try Models.run("observation +1; back", on: &state)
    let next = try #require(state.example.facts.choice)
    #expect(state.position.units.last == next.index)
    #expect(view(state, size: size).row(beginning: "output \(next.name) ") != nil)
  }

  @Test("all that a task is about has a row, and the truth of a number is said")
  func adding() throws {
    let state = try Models.tutor("adding", "open learning; train 1 batch; go last")
    let canvas = view(state, size: Size(width: 120, height: 40))
    #expect(canvas.row(beginning: "mark") != nil && canvas.says("The truth: "))
    #expect(canvas.says("'the second number': it knows the second marked number"))
    let network = try Models.tutor("adding", "go last")
    #expect(view(network, size: Size(width: 80, height: 24)).row(beginning: "mark") != nil)
  }

  @Test("a click on the charts goes to the epoch of the column")
  func clicks() throws {
    var state = try tutor("open learning; train 2 epochs")
    let canvas = view(state, size: Size(width: 80, height: 24))
    let commands = (0..<80).compactMap { column in
      canvas.command(for: Mouse(column: column, row: 3, .click))
    }
    #expect(Set(commands) == [.epoch(.number(1)), .epoch(.number(2))])
    state.update(.epoch(.number(1)))
    #expect(epoch(state) == "1 of 2")
  }

  @Test("nothing is learnt where nobody knows the answers, and it is said")
  func unknownAnswers() throws {
    var state = try Models.small(
      timesteps: 4, features: 2, layers: ["lstm: a, units: 2", "dense: out, units: 1"])
    try Models.run("open learning", on: &state)
    #expect(text(state).contains("Nobody knows the true answers"))
    state.update(.train(.on))
    #expect(state.isRefused && state.message?.contains("'unroll train'") == true)
  }

  @Test(
    "every size has its charts, its rows and a sentence",
    arguments: [(60, 18), (80, 24), (120, 40), (160, 50), (200, 60)])
  func sizes(width: Int, height: Int) throws {
    let state = try tutor("open learning; train 1 epoch; go 49")
    let shown = text(state, width, height)
    let words = ["loss", "right", "epoch"] + (width < 80 ? [] : ["memory", "∂loss/∂h"])
    for word in words { #expect(shown.contains(word), "\(word)") }
    #expect(shown.contains("After epoch 1 it gets") || shown.contains("output: "))
  }
}
