import Documents
import Engine
import Kernels
import ModelFiles

/// A run as it stands after a batch, with all that it takes to go on to the same numbers as if it had never
/// been stopped.
///
/// It is one safetensors file, so that it is never torn: `weights/LAYER/NAME` now, `best/LAYER/NAME` after
/// the best epoch, and `optimiser/0/LAYER/NAME` and so on for what the optimiser keeps; `CheckpointState`
/// stands as JSON in its metadata.
package struct Checkpoint: Sendable {
  package let run: TrainingRun
  package let data: TrainingData

  private static let form = "unroll 1"
  private static let formKey = "checkpoint"
  private static let stateKey = "state"
  /// What stands near the beginning of each, whatever its form.
  package static let sign = "\"\(formKey)\":\"unroll "

  package init(_ run: TrainingRun, of data: TrainingData) {
    self.run = run
    self.data = data
  }

  /// Writes it aside and renames it, see `WholeFile`.
  package func write(to file: String) throws {
    var tensors: [String: NumberArray] = [:]
    for (key, tensor) in run.network.weights { tensors["weights/\(key)"] = NumberArray(tensor) }
    for (key, tensor) in run.best?.network.weights ?? [:] {
      tensors["best/\(key)"] = NumberArray(tensor)
    }
    for (key, slots) in run.optimiser.slots {
      for (slot, values) in slots.enumerated() {
        tensors["optimiser/\(slot)/\(key)"] = NumberArray(shape: [values.count], values: values)
      }
    }
    let state = CheckpointState(run, data, run.network.description.lines)
    let metadata = [Self.formKey: Self.form, Self.stateKey: try state.text]
    try Safetensors(tensors: tensors, metadata: metadata).write(to: file)
  }

  /// Reads a run from `file`; the lessons' data come from `library`. With `epochs` it goes on to so many
  /// instead of those that it began with.
  ///
  /// Throws where the file is no checkpoint or damaged, and where the examples are not the same any more.
  package init(
    contentsOf file: String, in library: ModelLibrary, epochs: Int? = nil,
    kernels: Kernels = .chosen
  ) throws {
    let stored = try Safetensors(contentsOf: file)
    func fail(_ problem: CheckpointProblem) -> FileError { FileError(at: Place(file), of: problem) }
    guard let form = stored.metadata[Self.formKey], let text = stored.metadata[Self.stateKey] else {
      throw fail(.noCheckpoint)
    }
    guard form == Self.form else { throw fail(.form(form)) }
    guard var state = try? CheckpointState(text: text),
      let lines = try? Document.root(
        of: state.network.joined(separator: "\n"), file, expected: .model
      ).mapping(.model),
      let description = try? NetworkDescription(yaml: lines)
    else { throw fail(.unreadable) }
    if let name = state.outOfRange { throw fail(.outOfRange(name)) }
    if let epochs { state.settings.epochs = epochs }
    guard let task = try state.data.task(in: library, for: description.inputs) else {
      throw fail(.noTask(state.data.task))
    }
    guard state.data.mostExamples(of: task) >= state.data.examples ?? 0 else {
      throw fail(.outOfRange("examples"))
    }
    let tensors = CheckpointTensors(stored.tensors, of: description.plan())
    do {
      var run = try TrainingRun(
        Network(description, weights: try tensors.weights("weights")),
        training: state.data.training(of: task), validation: state.data.validation(of: task),
        settings: state.settings, kernels: kernels)
      guard run.examplesDigest == state.digest else {
        throw fail(.otherExamples(input: state.data.input))
      }
      if state.batch >= run.batches { throw fail(.outOfRange("batch")) }
      let best = try state.best.map {
        TrainingRun.Best(
          epoch: $0, network: try Network(description, weights: try tensors.weights("best")))
      }
      let slots = try tensors.slots(of: state.settings.optimiser, steps: state.optimiserSteps)
      run.restore(state, best: best, slots: slots)
      (self.run, data) = (run, state.data)
    } catch let problem as CheckpointProblem {
      throw fail(problem)
    } catch let error as EngineError {
      throw FileError(file, .network(error))
    }
  }
}

extension CheckpointState {
  /// The name of a number that no run has; nil where all are as they can be.
  fileprivate var outOfRange: String? {
    let counts = 1...1_000_000
    let ranges: [(String, Bool)] = [
      ("batch", batch >= 0), ("batchSize", counts.contains(settings.batchSize)),
      ("optimiserSteps", (0...(1 << 40)).contains(optimiserSteps)),
      ("epochs", counts.contains(settings.epochs)), ("rate", rate.isFinite && rate >= 0),
      ("patience", counts.contains(settings.patience ?? 1)),
      ("validationShare", (0...0.9).contains(data.validationShare)),
      ("examples", counts.contains(data.examples ?? 1)),
      ("window", counts.contains(data.reading.window ?? 1)),
      ("step", counts.contains(data.reading.step)),
      ("fitOn", data.reading.fitOn.map { $0.lowerBound >= 0 } ?? true),
      (
        "best",
        best.map { (1...max(1, results.count)).contains($0) }
          ?? results.allSatisfy { !$0.watched.isFinite }
      ),
    ]
    return ranges.first { !$0.1 }?.0
  }
}

extension TrainingRun {
  /// Puts everything where it stood; the order of the epoch under way is drawn again.
  fileprivate mutating func restore(
    _ state: CheckpointState, best: Best?, slots: [String: [[Float]]]
  ) {
    rate = state.rate
    optimiser = Optimiser(settings.optimiser, steps: state.optimiserSteps, slots: slots)
    batch = state.batch
    tally = state.tally
    results = state.results
    self.best = best
    epochChance = SplitMix64(seed: state.epochChance)
    if batch > 0 {
      chance = epochChance
      drawOrder()
    }
    chance = SplitMix64(seed: state.chance)
  }
}
