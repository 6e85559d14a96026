import Documents
import Engine
import Learning
import ModelFiles
import Phrases
import Testing

/// The models of the tasks, and models whose observations a task draws.
@Suite struct TaskModelsTests {
  static let kinds = DrawnTask.Kind.allCases

  @Test("each task opens by its name, as the network that is suggested for it", arguments: kinds)
  func byName(_ kind: DrawnTask.Kind) throws {
    let task = try #require(try TaskKind(rawValue: kind.rawValue)?.task(in: Tasks.library))
    let model = try Tasks.library.load(kind.rawValue, isUntrained: true)
    #expect(model.name == kind.rawValue && model.weights == .untrained(seed: 0))
    #expect(model.description == task.suggestedNetwork)
    #expect(model.features == task.features && model.output == task.kind.meaning)
    let own = try #require(model.task)
    #expect(own.kind == task.kind && own.drawn == task.drawn)
    // What is looked at is what it is judged by, and never learnt from.
    guard case .drawn(let sequences) = model.observations else { return }
    let test = task.examples(20, of: .test, seed: sequences.seed)
    for (index, example) in test.enumerated() {
      #expect(try model.observations.observation(index) == example.observation)
    }
  }

  @Test("the gradients of an observation are those of its loss, as it is learnt", arguments: kinds)
  func objectives(_ kind: DrawnTask.Kind) throws {
    let model = try Tasks.library.load(kind.rawValue, isUntrained: true)
    let task = try #require(model.task)
    for index in 0..<3 {
      guard case .drawn(let sequences) = model.observations else { return }
      let example = sequences.example(index)
      let objective = Objective.of(try model.observations.facts(index), model.network.plan)
      #expect(objective.isLoss)
      let expected = task.answer.loss.objective(target: example.target)
      let gradients = try [objective, expected].map { objective in
        try model.network.forwardLater(example.observation, toward: objective).value
          .all(.hiddenGradient, layer: 0).values
      }
      #expect(gradients[0] == gradients[1] && gradients[0].contains { $0 != 0 }, "\(kind)")
    }
  }

  @Test("a network that answers at the end where it is asked at each timestep has no such loss")
  func unasked() throws {
    let model = try Tasks.library.load("parity", isUntrained: true)
    var facts = try model.observations.facts(0)
    #expect(facts.targets?.count == 10)
    facts.targets = nil
    #expect(!Objective.of(facts, model.network.plan).isLoss)
    facts.targets = [true, false]
    #expect(!Objective.of(facts, model.network.plan).isLoss)
  }

  @Test("a model is judged by its task, beside its rules", arguments: kinds)
  func scores(_ kind: DrawnTask.Kind) throws {
    let model = try Tasks.library.load(kind.rawValue, isUntrained: true)
    let score = try #require(try model.taskScore(40))
    let task = try #require(model.task)
    #expect(score.sequences == 40 && score.baselines.map(\.rule) == task.baselines.map(\.rule))
    #expect(score.answers == (kind == .parity ? 400 : 40))
    #expect((score.measure.accuracy == nil) == (kind == .adding))
    #expect(try Tasks.library.load("latch").taskScore(10) == nil)
  }

  @Test("the shipped brackets are right where counting is not, and a unit counts what is open")
  func brackets() throws {
    let model = try Tasks.library.load("brackets")
    let score = try #require(try model.taskScore(1000))
    #expect((score.measure.accuracy ?? 0) > 0.995)
    #expect(score.baselines.compactMap(\.measure.accuracy).allSatisfy { $0 < 0.8 })
    var cells: [[Double]] = [[], [], [], []]
    var open: [Double] = []
    for index in 0..<40 {
      let trace = try model.network.forward(try model.observations.observation(index))
      let states = trace.all(.cellState, layer: 0).values
      var depth = 0.0
      for (timestep, facts) in try model.observations.timesteps(of: index).enumerated() {
        depth += facts.symbol == "(" ? 1 : facts.symbol == ")" ? -1 : 0
        open.append(depth)
        for unit in 0..<4 { cells[unit].append(Double(states[timestep * 4 + unit])) }
      }
    }
    let sizes = cells.map { correlation($0, open) }
    #expect(model.telling == ["lstm": 3])
    #expect(sizes[3] > 0.85 && sizes.allSatisfy { $0.magnitude <= sizes[3] }, "\(sizes)")
  }

  private func correlation(_ one: [Double], _ other: [Double]) -> Double {
    let (a, b) = (mean(one), mean(other))
    let product = zip(one, other).reduce(0) { $0 + ($1.0 - a) * ($1.1 - b) }
    let sizes = [(one, a), (other, b)].map { values, middle in
      values.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }.squareRoot()
    }
    return product / (sizes[0] * sizes[1])
  }
}
