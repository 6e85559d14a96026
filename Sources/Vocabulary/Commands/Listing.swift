/// The list of the model's observations: opened, sorted, and held to those that fulfil something.
package enum Listing: CommandGroup {
  /// Opens the list, or closes it.
  case observations
  /// Sorts it.
  case sort(Command.Choice<Command.ObservationOrder>)
  /// Lists those alone that fulfil conditions; nil all.
  case filter(ObservationFilter?)

  package static let forms = [
    CommandForm(
      "observations", "list the observations: output, truth, error; again to close the list",
      .observations),
    CommandForm(
      "sort", "number | output | error | output reversed | +1", "sort the list of observations",
      completing: [.cases(of: Command.ObservationOrder.Column.self), .words(["reversed"])]
    ) { words throws(CommandError) in
      guard let word = words.first else { return nil }
      if words.count == 1, let distance = signedCount(word) { return .sort(.by(distance)) }
      guard let column = Command.ObservationOrder.Column(rawValue: word),
        words.count == 1 || words.dropFirst() == ["reversed"]
      else { return nil }
      return .sort(
        .named(Command.ObservationOrder(column: column, isReversed: words.count > 1)))
    },
    CommandForm(
      "where", "output > 0.5 and truth = 0 | error > 0.3 | right = 0 | all",
      "list only the observations of which this holds",
      completing: [.words(ObservationFilter.Name.allCases.map(\.rawValue) + ["and", "all"])]
    ) { words throws(CommandError) in
      if words == ["all"] { return .filter(nil) }
      return words.isEmpty
        ? nil : .filter(try ObservationFilter(parsing: words.joined(separator: " ")))
    },
  ]

  package var description: String {
    switch self {
    case .observations: "observations"
    case .sort(let choice):
      "sort " + choice.text { $0.column.rawValue + ($0.isReversed ? " reversed" : "") }
    case .filter(let filter): "where \(filter?.text ?? "all")"
    }
  }

  package func repeated(_ count: Int) -> Listing {
    if case .sort(let choice) = self { .sort(choice.repeated(count)) } else { self }
  }

  package var isForLessons: Bool { false }
}

extension Command {
  /// An order of the list of observations: by number from 0 on, by output or error the largest first.
  package struct ObservationOrder: Hashable, Sendable {
    package var column: Column
    package var isReversed: Bool

    package init(column: Column, isReversed: Bool = false) {
      self.column = column
      self.isReversed = isReversed
    }

    package enum Column: String, CaseIterable, Hashable, Sendable {
      case number, output, error
    }
  }

  package static let observations = listing(.observations)
  package static func sort(_ choice: Choice<ObservationOrder>) -> Command {
    .listing(.sort(choice))
  }
  package static func filter(_ filter: ObservationFilter?) -> Command {
    .listing(.filter(filter))
  }
}
