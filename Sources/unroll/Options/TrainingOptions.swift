import ArgumentParser
import Learning
import Phrases

/// How it learns; what is not said is the task's, or Keras's.
struct TrainingOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The passes over all examples.", valueName: "number"))
  var epochs: Int?

  @Option(help: ArgumentHelp("The examples of one step.", valueName: "number"))
  var batch: Int?

  @Option(help: ArgumentHelp("The learning rate.", valueName: "number"))
  var rate: Double?

  @Option(help: ArgumentHelp("adam, sgd or rmsprop, as Keras has them.", valueName: "name"))
  var optimizer: OptimiserName = .adam

  @Option(
    help: ArgumentHelp(
      "Shorten the gradient of all weights together to this length; 0 for never.",
      valueName: "length"))
  var clip: Double?

  @Option(
    help: ArgumentHelp(
      "Stop after so many epochs in which nothing became better.", valueName: "epochs"))
  var patience: Int?

  @Option(
    help: ArgumentHelp(
      "How much examples count by their class, 0 for no and 1 for yes: 0:1,1:3.",
      valueName: "weights"))
  var classWeight: String?

  @Option(
    help: ArgumentHelp(
      "The seed of the sequences, the fresh weights and the order of the examples.",
      valueName: "number"))
  var seed: UInt64?

  @Option(help: ArgumentHelp("How many examples to learn from.", valueName: "number"))
  var examples: Int?

  @Option(
    help: ArgumentHelp(
      "How long the task's sequences are: the timesteps, of copy the gap.", valueName: "timesteps"))
  var length: Int?

  @Option(
    help: ArgumentHelp(
      "The share of all examples that judge and are not learnt from (default: 0.2).",
      valueName: "share"))
  var validationSplit: Double?

  func validate() throws {
    let counts: [(String, Int?)] = [
      ("--epochs", epochs), ("--batch", batch), ("--patience", patience), ("--examples", examples),
      ("--length", length),
    ]
    for case (let option, let count?) in counts where !(1...1_000_000).contains(count) {
      throw ValidationError(
        ProgramPhrases.number(option, from: "1", to: "1,000,000", found: "\(count)"))
    }
    let numbers: [(String, Double?, ClosedRange<Double>, String, String)] = [
      ("--rate", rate, 1e-12...1e12, "1e-12", "1e12"),
      ("--clip", clip, 0...1e12, "0", "1e12"),
      ("--validation-split", validationSplit, 0...0.9, "0", "0.9"),
    ]
    for case (let option, let number?, let range, let from, let to) in numbers
    where !range.contains(number) {
      throw ValidationError(
        ProgramPhrases.number(option, from: from, to: to, found: "\(number)"))
    }
    _ = try classWeights()
  }

  /// What was said of the classes.
  func classWeights() throws -> [Int: Double] {
    guard let classWeight else { return [:] }
    var weights: [Int: Double] = [:]
    for part in classWeight.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: ":", omittingEmptySubsequences: false)
      guard sides.count == 2, let kind = Int(sides[0]), (0..<1000).contains(kind),
        let weight = Double(sides[1]), (0...1e6).contains(weight), weights[kind] == nil
      else { throw ValidationError(TrainPhrases.classWeights(found: classWeight)) }
      weights[kind] = weight
    }
    return weights
  }

  /// The settings for a task.
  func settings(for task: any LearningTask) throws -> TrainingSettings {
    let suggested = task.suggestedTraining
    let optimiser = optimizer.optimiser
    let usual = optimizer == .adam ? suggested.rate : optimiser.usualRate
    var settings = TrainingSettings(
      loss: task.answer.loss, optimiser: optimiser, rate: rate ?? usual, seed: seed ?? 0)
    settings.epochs = epochs ?? suggested.epochs
    settings.batchSize = batch ?? suggested.batchSize
    settings.clipping = (clip ?? suggested.clipping).flatMap { $0 > 0 ? .all($0) : nil }
    settings.patience = patience
    settings.classWeights = try classWeights()
    return settings
  }

  /// The options that were said and are settled where a run goes on; how many epochs is not.
  var settled: [String] {
    let said: [(String, Bool)] = [
      ("--batch", batch != nil), ("--rate", rate != nil), ("--optimizer", optimizer != .adam),
      ("--clip", clip != nil), ("--patience", patience != nil),
      ("--class-weight", classWeight != nil), ("--seed", seed != nil),
      ("--examples", examples != nil), ("--length", length != nil),
      ("--validation-split", validationSplit != nil),
    ]
    return said.filter(\.1).map(\.0)
  }
}
