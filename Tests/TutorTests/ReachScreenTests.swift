import Engine
import Insight
import Learning
import ModelFiles
import Phrases
import Screen
import Testing
import Vocabulary

@testable import Tutor

/// An LSTM, a GRU and a SimpleRNN over three gaps, side by side.
@Suite("The reach screen")
struct ReachScreenTests {
  private func tutor(_ commands: String = "open reach") throws -> State {
    try Models.tutor("latch", commands)
  }

  private func text(_ state: State, _ width: Int = 80, _ height: Int = 24) -> String {
    view(state, size: Size(width: width, height: height)).text()
  }

  @Test("there are nine networks of one size, a kind behind another, each from the same seed")
  func networks() throws {
    let gaps = try tutor().explorer.gaps
    #expect(
      GapComparison.names == [
        "lstm5", "lstm20", "lstm45", "gru5", "gru20", "gru45", "simple_rnn5", "simple_rnn20",
        "simple_rnn45",
      ])
    #expect(gaps.cells.map(\.name) == GapComparison.names)
    for cell in gaps.cells {
      let layers = cell.live.run.network.description.layers
      #expect(layers.count == 2 && layers[0].width == GapComparison.units)
      #expect(cell.reach.sizes.count == cell.gap + 1)
      #expect(cell.live.baselines.map(\.rule) == [.always, .lastSymbol])
      #expect(abs((cell.accuracy ?? 0) - gaps.chance) < 0.15, "nothing is learnt yet")
    }
    #expect(gaps.stage == .notBegun && gaps.epoch == 0)
  }

  @Test("what arrives at a timestep is the mean of what a trace of each sequence says")
  func sizes() throws {
    let cell = try #require(try tutor().explorer.gaps.cells.first { $0.name == "gru5" })
    let run = cell.live.run
    var sums = [Float](repeating: 0, count: 6)
    for example in run.validation.prefix(32) {
      let trace = try run.network.forwardLater(
        example.observation, toward: run.settings.loss.objective(target: example.target),
        kernels: .portable
      ).value
      for (place, size) in GradientReach(trace, .hiddenGradient, layer: 0).sizes.enumerated() {
        sums[place] += size / 32
      }
    }
    for (found, expected) in zip(cell.reach.sizes, sums) {
      #expect(abs(found - expected) < 1e-5 * max(1, expected))
    }
  }

  @Test(
    "a row is each network's, with its gap and what it gets right", arguments: [18, 24, 40, 60])
  func rows(height: Int) throws {
    let canvas = view(
      try tutor(), size: Size(width: height == 18 ? 60 : 2 * height + 40, height: height))
    #expect(canvas.parts.count { $0.name?.text == "gradient" } == 9)
    #expect(canvas.parts.count { $0.name?.text == "accuracy" } == 9)
    let shown = canvas.frame.text()
    #expect(shown.contains("45") && shown.contains("RNN"))
    #expect(shown.contains("not begun"))
  }

  @Test("B trains an epoch of each; the same steps come to the same numbers, 0 begins again")
  func training() throws {
    var state = try tutor()
    let fresh = state.explorer.gaps
    try Models.run("train 3 batches", on: &state)
    #expect(state.explorer.gaps.cells.allSatisfy { $0.live.steps == 3 })
    #expect(state.explorer.training == nil && state.explorer.openEpoch == nil)
    let trained = state.explorer.gaps.cells.map(\.live.run.network.weights)
    #expect(trained != fresh.cells.map(\.live.run.network.weights))
    #expect(
      state.explorer.gaps.cells.map(\.reach) != fresh.cells.map(\.reach), "it is measured anew")
    state.press(.character("0"))
    #expect(state.explorer.gaps.cells.map(\.reach) == fresh.cells.map(\.reach))
    #expect(state.explorer.gaps.stage == .notBegun)
    try Models.run("train 3 batches", on: &state)
    #expect(state.explorer.gaps.cells.map(\.live.run.network.weights) == trained)
    try Models.run("rate x2", on: &state)
    #expect(state.explorer.gaps.rate == 0.02)
    state.update(.training(.rate(.to(5))))
    #expect(state.isRefused && state.explorer.gaps.rate == 0.02)
  }

  @Test("steps taken elsewhere are those of the network that has come least far")
  func elsewhere() throws {
    var state = try tutor()
    state.explorer.trainsBeside = true
    state.press(.character(" "))
    #expect(state.explorer.isTraining && state.explorer.gaps.isRunning)
    let first = try #require(state.explorer.nextTraining)
    #expect(first.showsReach && first.steps == 0)
    var outcome = TrainingOutcome(run: first.run, ticket: first.ticket, seconds: 0.1)
    for _ in 0..<first.run.batches { #expect(outcome.run.stepOrProblem() == nil) }
    outcome.finish(first)
    state.explorer.take(outcome)
    #expect(state.explorer.gaps.cells[0].live.run.epoch == 1)
    #expect(state.explorer.gaps.cells[0].reach == outcome.reach)
    #expect(state.explorer.nextTraining?.ticket == state.explorer.gaps.cells[1].live.ticket)
    state.press(.character("0"))
    state.explorer.take(outcome)
    #expect(state.explorer.gaps.cells[0].live.steps == 0, "what was begun before does not count")
    state.press(.character(" "))
    #expect(state.explorer.isTraining)
    state.press(.character(" "))
    #expect(!state.explorer.isTraining, "space stops them")
  }

  @Test("arrows, clicks and names choose a network, and the sentence is about it")
  func choosing() throws {
    var state = try tutor()
    #expect(text(state, 120, 40).contains("LSTM, gap 5:"))
    state.press(.down)
    #expect(state.position.network == 1 && text(state).contains("LSTM, gap 20: "))
    try Models.run("select lstm5", on: &state)
    #expect(state.position.network == 0 && text(state, 120, 40).contains("LSTM, gap 5:"))
    state.press(.up)
    #expect(state.position.network == 0)
    state.update(try Command(parsing: "select lstm6"))
    #expect(state.message == "there is no network 'lstm6' here; did you mean 'lstm5'?")
    let canvas = view(state, size: Size(width: 80, height: 24))
    let row = try #require(canvas.parts.last { $0.name?.text == "gradient" }).rect.row
    let click = Mouse(column: 20, row: row, .click)
    state.update(try #require(canvas.command(for: click)))
    #expect(state.position.network == 8)
  }

  @Test("nothing of the open model stands here, but what the networks are")
  func title() throws {
    var state = try Models.tutor("parity", "open learning; train 2 epochs; go last; open reach")
    state.update(.back)
    state.update(.open(.reach))
    let canvas = view(state, size: Size(width: 80, height: 24))
    #expect(canvas.line(0).contains("copy · 16 units · rate 0.01"))
    #expect(canvas.line(0).contains("epoch 0 of 12 · not begun"))
    #expect(!canvas.line(0).contains("parity") && !canvas.line(0).contains("epoch 2"))
    #expect(!canvas.says("output: "))
  }

  @Test("a share's bar is as high as the share, and full only where all is right")
  func shares() throws {
    var state = try tutor()
    try Models.run("train 1 epoch", on: &state)
    for size in [Size(width: 80, height: 24), Size(width: 120, height: 40)] {
      let layout = ReachLayout(
        kinds: 3, gaps: 3, timesteps: 46, epochs: GapComparison.epochs, size: size)
      let frame = view(state, size: size).frame
      for (place, cell) in state.explorer.gaps.cells.enumerated() {
        let share = try #require(cell.live.run.results.last?.validation?.accuracy)
        let eighths = (0..<layout.cellHeight).reduce(0) { sum, line in
          let cell = frame[layout.chartColumn, layout.cellRows[place] + line]
          return switch cell.content {
          case .bar(let eighths, _): sum + eighths
          case .glyph where cell.style.reversed: sum + 8
          default: sum
          }
        }
        let all = 8 * layout.cellHeight
        let expected = share < 1 ? min(all - 1, Int((share * Double(all)).rounded())) : all
        #expect(abs(eighths - expected) <= 1, "\(cell.name) \(share): \(eighths) of \(all)")
        #expect((eighths == all) == (share == 1))
      }
    }
  }

  @Test("in words each network has a line")
  func plain() throws {
    let lines = PlainText(try tutor()).lines
    for name in ["LSTM, gap 5:", "GRU, gap 20:", "SimpleRNN, gap 45:"] {
      #expect(lines.contains { $0.hasPrefix(name) && $0.contains("arrives at the marked letter") })
    }
  }

  @Test("the farther the gap, the less arrives in the SimpleRNN, and only the others learn it")
  func learntAtLength() throws {
    var state = try tutor()
    try Models.run("train on", on: &state)
    let cells = state.explorer.gaps.cells
    #expect(state.explorer.gaps.stage == .done)
    for cell in cells where cell.kind != "SimpleRNN" {
      #expect((cell.accuracy ?? 0) > 0.95, "\(cell.name) \(cell.accuracy ?? 0)")
    }
    let simple = cells.filter { $0.kind == "SimpleRNN" }
    #expect((simple[2].accuracy ?? 1) < 0.4)
    // What a solved network keeps it passes on step by step; what is not learnt fades.
    for cell in cells where cell.kind != "SimpleRNN" && cell.gap == 45 {
      #expect((cell.factor ?? 0) > 0.98, "\(cell.name) \(cell.factor ?? 0)")
    }
    #expect((simple[2].factor ?? 1) < 0.97)
    let arriving = simple.compactMap(\.arrives)
    #expect(arriving.count == 3 && arriving[0] > arriving[1] && arriving[1] > arriving[2])
  }
}
