import ArgumentParser
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

  @Option(help: ArgumentHelp("How many fresh sequences of the latch to draw.", valueName: "number"))
  var fresh = 1000

  func run() throws {
    guard (1...1_000_000).contains(fresh) else {
      throw ValidationError(
        ProgramPhrases.number("--fresh", from: "1", to: "1,000,000", found: "\(fresh)"))
    }
    let model = try model.load()
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
}
