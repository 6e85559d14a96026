import ArgumentParser
import ModelFiles
import Tutor
import Wording

/// `unroll evaluate`: how often a shipped model is right on data it has not learnt from.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the accuracy on test data, beside rules that need no network.")

  @OptionGroup var model: ModelOptions

  @Option(help: ArgumentHelp("How many fresh sequences of the latch to draw.", valueName: "number"))
  var fresh = 1000

  func run() throws {
    guard (1...1_000_000).contains(fresh) else {
      throw ValidationError("--fresh takes a number from 1 to 1,000,000; found \(fresh)")
    }
    let model = try model.load()
    let accuracies = try model.accuracy(fresh: fresh)
    guard !accuracies.isEmpty else {
      throw Failure(
        "the true answers of \(model.name)'s observations are not known, so nothing can be judged")
    }
    var lines: [String] = []
    for accuracy in accuracies {
      lines.append("\(model.name), \(accuracy.data)")
      var rows = [("the network", accuracy.correct, accuracy.fraction)]
      rows += accuracy.baselines.map { ($0.name, $0.correct, accuracy.fraction($0)) }
      for (name, correct, fraction) in rows {
        let share = decimal(Float(fraction), digits: 3)
        lines.append(
          "  \(padded(name, to: 18))  \(share)  \(grouped(correct)) of \(grouped(accuracy.total))")
      }
    }
    try Output.print(lines.joined(separator: "\n"))
  }
}
