import ArgumentParser
import Documents
import Foundation
import Learning
import ModelFiles
import Phrases
import Terminal

/// `unroll train`: a network learns a task or one's own data.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train a network on a task or on data with true answers.",
    discussion: """
      It learns from fresh weights, and is judged after each epoch by examples that it does not learn \
      from, beside rules that need no network. --output keeps the weights of the best epoch, for \
      Unroll, Keras and PyTorch. ctrl-C stops after the batch and keeps the best so far; with \
      --checkpoint the run can be resumed, to the same numbers as if it had not been stopped. The \
      same seed gives the same weights, bit for bit.
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  @Argument(
    help: ArgumentHelp(
      "What to learn: latch, weather, adding, parity, brackets or copy. Without it a --model's own "
        + "data, or --input.",
      valueName: "task"))
  var task: TaskKind?

  @OptionGroup var learner: LearnerOptions

  @Option(
    help: ArgumentHelp(
      "Data of your own, with --target: a .csv with a row for each timestep.", valueName: "file"),
    transform: named)
  var input: String?

  @OptionGroup(title: "How the input is meant") var reading: InputOptions
  @OptionGroup(title: "How it learns") var training: TrainingOptions

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A folder for the network of the best epoch: model.yaml, its weights, and what Keras and "
        + "PyTorch read; or a .safetensors file for the weights alone.",
      valueName: "place"), transform: named)
  var output: String?

  @Flag(
    help: """
      Write to --output although a model stands there; one of another run is lost. A run that goes on \
      writes over its own without it.
      """)
  var force = false

  @Option(
    help: ArgumentHelp(
      "A file that holds the run, written anew after each epoch.", valueName: "file"),
    transform: named)
  var checkpoint: String?

  @Option(
    help: ArgumentHelp(
      "Write the checkpoint after so many batches, too.", valueName: "batches"))
  var every: Int?

  @Option(
    help: ArgumentHelp(
      "Go on with the run in this checkpoint, with its settings; --epochs says up to which.",
      valueName: "file"), transform: named)
  var resume: String?

  @Option(help: "text, or json: one object an epoch, a line each, and one at the end.")
  var format = Format.text

  @Option(
    help: ArgumentHelp("Where lessons/ is, if not found from the program.", valueName: "folder"),
    transform: named)
  var lessons: String?

  func validate() throws {
    if let every {
      guard (1...1_000_000).contains(every) else {
        throw ValidationError(
          ProgramPhrases.number("--every", from: "1", to: "1,000,000", found: "\(every)"))
      }
      if checkpoint == nil, resume == nil {
        throw ValidationError(TrainPhrases.everyWithoutCheckpoint)
      }
    }
    guard resume != nil else { return }
    let others: [(String, Bool)] = [
      (task?.rawValue ?? "", task != nil), ("--model", learner.model != nil),
      ("--units", learner.units != nil), ("--layer", learner.layer != nil),
      ("--input", input != nil),
    ]
    let settled = others.filter(\.1).map(\.0) + reading.said + training.settled
    if !settled.isEmpty { throw ValidationError(TrainPhrases.settled(settled)) }
  }

  func run() throws {
    let watch = SignalWatch()
    let plan = try TrainingPlan(self, library: ModelLibrary(explicit: lessons))
    let place = try output.map { try TrainingFiles($0, of: plan, isForced: force) }
    let keep = try (checkpoint ?? resume).map {
      try CheckpointPlace($0, every: every, inputs: plan.inputs)
    }
    var trainer = Trainer(plan, keep: keep)
    let report: any TrainingReport =
      format == .json
      ? TrainingLines(plan, output: output)
      : TrainingText(plan, output: output, checkpoint: keep?.file)
    try report.begin()
    let ending = try trainer.train(report, watch)
    try place?.write(trainer.run, plan)
    try report.end(trainer.run, ending)
    switch ending {
    case .done: break
    case .problem(let problem): throw Failure(problem.sentence)
    case .signal(let signal): Terminal.raiseAgain(signal)
    }
  }
}

extension TaskKind: ExpressibleByArgument {}
