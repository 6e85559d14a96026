import Learning
import Wording

/// What `unroll train` prints, and why it refuses.
package enum TrainPhrases {
  // MARK: - While it goes on

  /// What is learnt, by what, and from how much.
  package static func beginning(
    _ task: TaskKind, layers: String, parameters: Int, training: Int, validation: Int
  ) -> [String] {
    [
      task.sentence,
      "\(layers): \(counted(parameters, "parameter")), \(counted(training, "example")) to learn from"
        + (validation > 0 ? ", \(counted(validation, "new one")) to judge by" : ""),
    ]
  }

  /// A finished epoch beside the rules that need no network.
  package static func epoch(_ result: EpochResult, beside scores: [Baseline.Score]) -> String {
    let line = LearningPhrases.result(result)
    return scores.isEmpty ? line : "\(line.dropLast()) (\(rules(scores)))."
  }

  /// The rules with what each reaches.
  private static func rules(_ scores: [Baseline.Score]) -> String {
    scores.map { "\($0.rule.name) \(reached($0.measure))" }.joined(separator: ", ")
  }

  /// The share of right answers, or where none is ever right the loss.
  private static func reached(_ measure: Measure) -> String {
    measure.accuracy.map(percent) ?? decimal(Float(measure.loss), digits: 4)
  }

  /// The epoch under way, from all that can be said to the least.
  package static func progress(
    epoch: Int, of epochs: Int, batch: Int, of batches: Int, bar: String, measure: Measure?,
    best: Baseline.Score?, secondsLeft: Double?
  ) -> [String] {
    let place = "epoch \(epoch) of \(epochs)"
    let steps = "\(bar) \(batch) of \(batches)"
    let numbers =
      measure.map { measure in
        "  loss \(decimal(Float(measure.loss), digits: 4))"
          + (measure.accuracy.map { "  right \(percent($0))" } ?? "")
      } ?? ""
    let left = secondsLeft.map { "  \(LearningPhrases.time($0)) left" } ?? ""
    let rule = best.map { "  (\(rules([$0])))" } ?? ""
    return [
      "\(place)  \(steps)\(numbers)\(left)\(rule)", "\(place)  \(steps)\(numbers)\(left)",
      "\(place)  \(steps)\(left)", "\(place)  \(batch) of \(batches)", place,
    ]
  }

  private static func percent(_ share: Double) -> String {
    "\(decimal(Float(100 * share), digits: 1)) %"
  }

  // MARK: - At the end

  /// Which epoch was the best, and where its weights are.
  package static func kept(best: Int?, of epochs: Int, output: String?) -> String {
    let place =
      output.map { "; its weights are in \(Cleaning.text($0))" }
      ?? "; nothing is kept of it, since no --output is named"
    guard let best else {
      return "No epoch has ended"
        + (output.map { "; the weights of now are in \(Cleaning.text($0))." } ?? ".")
    }
    return "Epoch \(best) of \(epochs) was the best\(place)."
  }

  /// That it ended before its last epoch, since nothing became better.
  package static func outOfPatience(_ patience: Int) -> String {
    "Nothing became better in \(counted(patience, "epoch"))."
  }

  /// That it was stopped, and how it goes on.
  package static func stopped(checkpoint: String?) -> String {
    "Stopped after the batch"
      + (checkpoint.map { "; unroll train --resume \(Cleaning.text($0)) goes on." } ?? ".")
  }

  /// That PyTorch's files were left out.
  package static func noTorch(_ layers: [String]) -> String {
    "PyTorch has no equal of \(listed(layers, "and")), so no files for it are written"
  }

  // MARK: - Options

  package static let whatToLearn =
    "nothing is named to learn; give a task (\(tasks)), a --model with data of its own, an --input "
    + "with its --target, or a run to --resume"

  private static let tasks = listed(
    TaskKind.allCases.filter { $0 != .data }.map(\.rawValue), "or")

  package static let dataNeedsInput =
    "your own data come by --input FILE --target COLUMN; name them, or another task"

  package static func taskAndInput(_ task: TaskKind) -> String {
    "'\(task.rawValue)' has sequences of its own, and --input names others; give one of them"
  }

  package static let inputNeedsTarget =
    "--input has no true answers; name the column that holds them with --target"

  package static let tooFew =
    "--input has too few observations for two parts, one to learn from and one to judge by"

  package static func otherData(_ model: String) -> String {
    "the true answers of \(Cleaning.text(model))'s observations are not known; name a task, or an --input with "
      + "its --target"
  }

  package static let standardInput =
    "standard input cannot be read again, and a run has to find its data; name a file with --input"

  package static func ownNetwork(_ option: String) -> String {
    "--model says its layers; leave \(option) out"
  }

  package static func units(found: String) -> String {
    "--units takes whole numbers from 1 to 4096, one for each layer, such as 128,64; found "
      + excerpt(found)
  }

  package static func layer(found: String, known: [String]) -> String {
    "--layer takes \(listed(known, "or")); found \(excerpt(found))"
  }

  package static func classWeights(found: String) -> String {
    "--class-weight takes classes with what each counts, such as 0:1,1:3.5; found "
      + excerpt(found)
  }

  package static func length(_ length: Int, of task: TaskKind) -> String {
    "'\(task.rawValue)' does not come with --length \(length)"
  }

  package static func ownTest(_ task: TaskKind) -> String {
    "'\(task.rawValue)' has a test of its own; leave --validation-split out"
  }

  package static func settled(_ options: [String]) -> String {
    "a run goes on with the settings it began with; leave out \(listed(options, "and"))"
  }

  package static let everyWithoutCheckpoint =
    "--every says how often --checkpoint is written; give both"

  // MARK: - Places

  package static func noCheckpointInTheWay(_ file: String) -> String {
    "\(Cleaning.text(file)) is there already and is no checkpoint; name a new file"
  }

  package static func wouldBeLost(_ path: String) -> String {
    "\(Cleaning.text(path)) holds a trained model, which would be lost; name another place, or add --force"
  }

  package static func cannotBeFolder(_ path: String) -> String {
    "\(Cleaning.text(path)) is no folder and cannot be made one; name a folder, or a .safetensors file for "
      + "the weights alone"
  }
}
