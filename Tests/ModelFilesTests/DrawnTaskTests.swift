import Documents
import Engine
import Testing

@testable import ModelFiles

/// Observations that a task draws, as a `model.yaml` names them.
@Suite struct DrawnTaskTests {
  private func yaml(
    _ observations: String, timesteps: String = "8", features: Int, units: Int = 1,
    sequences: Bool = false
  ) -> String {
    """
    network:
      input: {timesteps: \(timesteps), features: \(features)}
      layers:
        - {lstm: lstm, units: 2, return_sequences: \(sequences)}
        - {dense: out, units: \(units), activation: sigmoid}
    observations: {\(observations)}
    """
  }

  private func load(_ yaml: String) throws -> LoadedModel {
    let scratch = try Scratch()
    return try Sources.library.load(try scratch.file("model.yaml", yaml))
  }

  private func sequences(_ yaml: String) throws -> DrawnSequences {
    guard case .drawn(let sequences) = try load(yaml).observations else {
      throw FileError("model.yaml", .noModelInFolder)
    }
    return sequences
  }

  @Test("where no length is said it is that of the input, of copy the gap in it")
  func lengths() throws {
    for (kind, features) in [("adding", 2), ("parity", 1), ("brackets", 4), ("copy", 5)] {
      let drawn = try sequences(yaml("kind: \(kind)", features: features))
      #expect(drawn.task.kind.rawValue == kind && drawn.seed == 0)
      #expect(drawn.task.length == (kind == "copy" ? 7 : 8))
      #expect(drawn.timesteps == 8)
      let open = try sequences(
        yaml("kind: \(kind), length: 30, seed: 5", timesteps: "any", features: features))
      #expect(open.timesteps == (kind == "copy" ? 31 : 30) && open.seed == 5)
    }
  }

  @Test("parity is asked where the network answers, or where it is said")
  func parity() throws {
    func asksEach(_ text: String, sequences isEach: Bool) throws -> Bool {
      let drawn = try sequences(yaml(text, features: 1, sequences: isEach))
      guard case .parity(let rule) = drawn.task else { return false }
      return rule.answersEachTimestep
    }
    #expect(try asksEach("kind: parity", sequences: true))
    #expect(try !asksEach("kind: parity", sequences: false))
    #expect(try !asksEach("kind: parity, every_timestep: false", sequences: true))
  }

  @Test(
    "what does not fit is said in a sentence, with its place",
    arguments: [
      (
        "kind: copy", "any", 5,
        "model.yaml:6:15: 'copy' needs a length, since the network's input, (None, 5), says no "
          + "timesteps; write for example 'length: 20'"
      ),
      (
        "kind: brackets", "4", 4,
        "model.yaml:6:15: 'brackets' comes in lengths from 6 to 1,000, but the network's input is "
          + "(4, 4)"
      ),
      (
        "kind: copy, length: 20", "8", 5,
        "model.yaml:6:15: 'copy' of length 20 gives 5 features at 21 timesteps, but the network's "
          + "input is (8, 5)"
      ),
      (
        "kind: adding", "8", 3,
        "model.yaml:6:15: 'adding' of length 8 gives 2 features at 8 timesteps, but the network's "
          + "input is (8, 3)"
      ),
      (
        "kind: copy, lenght: 20", "8", 5,
        "model.yaml:6:28: unknown key 'lenght'; did you mean 'length'?"
      ),
      (
        "kind: copy, length: 1000", "8", 5,
        "model.yaml:6:36: length should be a whole number from 0 to 999, but '1000' stands here"
      ),
      (
        "kind: copy, every_timestep: true", "8", 5,
        "model.yaml:6:28: unknown key 'every_timestep'; the keys here are kind, length, seed and "
          + "first"
      ),
      (
        "kind: parity, every_timestep: 3", "8", 1,
        "model.yaml:6:46: every_timestep should be true or false, but '3' stands here"
      ),
      (
        "kind: bracket", "8", 4,
        "model.yaml:6:22: unknown kind 'bracket'; did you mean 'brackets'?"
      ),
    ])
  func faults(_ observations: String, _ timesteps: String, _ features: Int, _ sentence: String)
    throws
  {
    let scratch = try Scratch()
    let file = try scratch.file(
      "model.yaml", yaml(observations, timesteps: timesteps, features: features))
    #expect(scratch.sentence { _ = try Sources.library.load(file) } == sentence)
  }

  @Test("observation n is example n of the test, with its true answer")
  func truths() throws {
    for (kind, features) in [("adding", 2), ("parity", 1), ("brackets", 4), ("copy", 5)] {
      let source = try load(yaml("kind: \(kind), seed: 3", features: features)).observations
      guard case .drawn(let drawn) = source else {
        Issue.record("\(kind)")
        continue
      }
      for index in 0..<200 {
        let example = drawn.task.rule.example(index, of: .test, seed: 3)
        #expect(try source.observation(index) == example.observation)
        let facts = try source.facts(index)
        let timesteps = try source.timesteps(of: index)
        #expect(timesteps.count == 8 && facts.split == .fresh)
        let truth = try #require(example.target.last)
        switch kind {
        case "adding":
          #expect(facts.truth?.value == truth && facts.target == nil)
          #expect(timesteps.allSatisfy { $0.symbol == nil && $0.readings.count == 2 })
        case "copy":
          let choice = try #require(facts.choice)
          #expect(example.target.firstIndex(of: 1) == choice.index)
          #expect(timesteps.first?.symbol.map { String($0) } == choice.name)
          #expect(facts.isRight(example.target, threshold: 0.5) == true)
          #expect(
            facts.isRight([1, 1, 1, 1].map { $0 - example.target[choice.index] }, threshold: 0.5)
              != nil)
        default:
          #expect(facts.target == (truth == 1))
          #expect(source.truths(of: timesteps)?.last == facts.target)
          #expect(facts.isRight([truth], threshold: 0.5) == true)
          #expect(facts.isRight([1 - truth], threshold: 0.5) == false)
        }
      }
    }
  }

  @Test("what is changed so that it is no sequence of the task any more has no true answer")
  func changed() throws {
    for (kind, features) in [("adding", 2), ("parity", 1), ("brackets", 4), ("copy", 5)] {
      let source = try load(yaml("kind: \(kind)", features: features)).observations
      let facts = try source.facts(0)
      var timesteps = try source.timesteps(of: 0)
      timesteps[2].symbol = "?"
      let told = source.told(facts, of: timesteps)
      #expect(told.target == nil && told.choice == nil && told.truth == nil, "\(kind)")
      #expect(told.targets == nil)
    }
    // A letter that is marked in another place is another answer.
    let source = try load(yaml("kind: copy", features: 5)).observations
    var timesteps = try source.timesteps(of: 0)
    timesteps.swapAt(0, 3)
    let told = source.told(try source.facts(0), of: timesteps)
    #expect(told.choice == (try source.facts(0)).choice)
    timesteps[3].symbol = "a"
    timesteps[5].symbol = "D"
    #expect(source.told(try source.facts(0), of: timesteps).choice?.name == "D")
  }

  @Test("fresh weights can be asked for in the place of a model's own")
  func untrained() throws {
    let own = try Sources.library.load("latch")
    let fresh = try Sources.library.load("latch", seed: 4, isUntrained: true)
    #expect(own.weights.isTrained && fresh.weights == .untrained(seed: 4))
    #expect(fresh.description == own.description && fresh.network.weights != own.network.weights)
    #expect(try Sources.library.outline("latch", isUntrained: true).weights == .untrained(seed: 0))
  }
}
