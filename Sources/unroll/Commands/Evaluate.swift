import ArgumentParser
import Learning
import ModelFiles
import Phrases
import Tutor
import Wording

/// `unroll evaluate`: how often a shipped model is right on data it has not learnt from.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Print the accuracy on test data, beside rules that need no network.")

  @OptionGroup var model: ModelOptions

  @Option(
    help: ArgumentHelp(
      "How many fresh sequences of the latch or of another task to draw.", valueName: "number"))
  var fresh = 1000

  func run() throws {
    guard (1...1_000_000).contains(fresh) else {
      throw ValidationError(
        ProgramPhrases.number("--fresh", from: "1", to: "1,000,000", found: "\(fresh)"))
    }
    let model = try model.load()
    if let lines = try Self.taskLines(model, fresh) {
      return try Output.print(lines.joined(separator: "\n"))
    }
    let accuracies = try model.accuracy(fresh: fresh)
    guard !accuracies.isEmpty else {
      throw Failure(ProgramPhrases.unknownAnswers(model: model.name))
    }
    var lines: [String] = []
    for accuracy in accuracies {
      lines.append("\(model.name), \(accuracy.data)")
      var rows = [(ProgramPhrases.network, accuracy.correct, accuracy.fraction)]
      rows += accuracy.baselines.map { ($0.name, $0.correct, accuracy.fraction($0)) }
      for (name, correct, fraction) in rows {
        let share = decimal(Float(fraction), digits: 3)
        let right = ProgramPhrases.right(correct, of: accuracy.total)
        lines.append("  \(padded(name, to: 18))  \(share)  \(right)")
      }
    }
    try Output.print(lines.joined(separator: "\n"))
  }

  /// How a model does on sequences of its task; nil where it has none.
  private static func taskLines(_ model: LoadedModel, _ count: Int) throws -> [String]? {
    let score: TaskScore
    do {
      guard let found = try model.taskScore(count) else { return nil }
      score = found
    } catch let problem as TrainingProblem { throw Failure(problem.sentence) }
    let data = Accuracy.Data.freshSequences(count: score.sequences)
    let hasAccuracy = score.measure.accuracy != nil
    let heading = "\(model.name), \(data)" + (hasAccuracy ? "" : ", \(ProgramPhrases.squaredError)")
    let rows =
      [(ProgramPhrases.network, score.measure)]
      + score.baselines.map { ($0.rule.name, $0.measure) }
    let width = max(18, rows.map(\.0.count).max() ?? 0)
    return [heading]
      + rows.map { name, measure in
        let share = decimal(Float(measure.accuracy ?? measure.loss), digits: hasAccuracy ? 3 : 4)
        let right = measure.accuracy.map { accuracy in
          let correct = Int((accuracy * Double(score.answers)).rounded())
          return "  " + ProgramPhrases.right(correct, of: score.answers)
        }
        return "  \(padded(name, to: width))  \(share)\(right ?? "")"
      }
  }
}
