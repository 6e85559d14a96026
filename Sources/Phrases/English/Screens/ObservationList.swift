import Vocabulary
import Wording

/// What the list of observations says.
package enum ObservationsPhrases {
  package static let observations = "Observations"

  /// How many are listed of how many, how far they have been run, and how they are sorted.
  package static func title(
    _ count: Int, of all: Int?, run: Int, isDone: Bool, sorted order: Command.ObservationOrder,
    where filter: String?, listed: Int
  ) -> String {
    var parts: [String] = []
    if let filter {
      parts.append("\(grouped(listed)) of \(grouped(count)) where \(filter)")
    } else if let all, all > count {
      parts.append("the first \(grouped(count)) of \(grouped(all))")
    } else {
      parts.append(grouped(count))
    }
    if !isDone { parts.append("\(grouped(run)) run") }
    parts.append(sortedBy(order))
    return parts.joined(separator: " · ")
  }

  private static func sortedBy(_ order: Command.ObservationOrder) -> String {
    let end =
      switch (order.column, order.isReversed) {
      case (.number, false): ""
      case (.number, true): ", last first"
      case (.output, false), (.error, false): ", largest first"
      case (.output, true), (.error, true): ", smallest first"
      }
    return "by \(order.column.rawValue)\(end)"
  }

  // MARK: - Columns

  package static let name = "observation"
  package static let truth = "truth"
  package static let error = "error"

  /// The output, of one unit where there are several.
  package static func output(unit: Int, of units: Int) -> String {
    units > 1 ? "output[\(unit)]" : "output"
  }

  package static func truth(_ truth: Bool) -> String { truth ? "yes" : "no" }
  package static func verdict(_ isRight: Bool) -> String { isRight ? "right" : "wrong" }

  // MARK: - Sentences

  package static let tooLong =
    "each of them takes too long to be run along with all the others; ⏎ opens one"

  package static func none(where filter: String, isDone: Bool) -> String {
    isDone
      ? "no observation fulfils \(filter); where all lists all of them"
      : "none that has been run fulfils \(filter)"
  }

  /// How many are right, where that can be said.
  package static func tally(right: Int, of judged: Int) -> String {
    "\(grouped(right)) of \(grouped(judged)) right"
  }

  // MARK: - Without a screen

  package static func spoken(_ title: String, shown: Range<Int>, of count: Int) -> String {
    shown.isEmpty
      ? "Observations: \(title)."
      : "Observations: \(title). Lines \(grouped(shown.lowerBound)) to "
        + "\(grouped(shown.upperBound - 1)) of 0 to \(grouped(count - 1)):"
  }

  package static func line(
    _ name: String, output: String?, truth: String?, error: String?, isRight: Bool?
  ) -> String {
    var parts = ["\(name): " + (output.map { "output \($0)" } ?? "not run yet")]
    if let truth { parts.append("truth \(truth)") }
    if let error { parts.append("error \(error)") }
    if let isRight { parts.append(verdict(isRight)) }
    return parts.joined(separator: ", ")
  }

  package static let howToGoOn =
    "'go +20' goes on, 'sort error' sorts, 'where output > 0.5' lists some, 'enter' opens the first "
    + "line shown, 'back' closes the list."
}
