import Engine
import Vocabulary

/// What the layer screen says.
package enum LayerPhrases {
  /// What a row of a map is.
  package enum Row {
    case feature, unit

    var word: String {
      switch self {
      case .feature: "feature"
      case .unit: "unit"
      }
    }
  }

  /// In the place of a map.
  package static let noNumbers =
    "This layer has no numbers: the network cannot be built. Press esc, or u to undo."

  /// The map of what leaves a layer without gates.
  package static let outputs = "outputs"

  // MARK: - Title

  package static func title(_ layer: String, _ what: String) -> String { "\(layer) · \(what)" }

  package static func title(_ layer: String, _ what: String, units: Int) -> String {
    "\(layer) · \(what) of \(counted(units, "unit"))"
  }

  package static func title(_ layer: String, _ what: String, minus other: String) -> String {
    "\(layer) · \(what), minus \(other)"
  }

  package static let features = "the features it reads"

  package static func read(of layer: String) -> String { "what it reads of \(layer)" }

  // MARK: - Which rows are shown

  package static func allRows(_ count: Int, _ row: Row, by order: String) -> [Phrase] {
    let all: Phrase = count == 1 ? "1 \(row.word)" : "all \(count) \(row.word)s"
    return ["\(all), by \(order)", "\(count) by \(order)", "by \(order)"]
  }

  /// Rows in the order of their numbers.
  package static func rows(
    _ rows: Range<Int>, of count: Int, _ row: Row, by order: String
  ) -> [Phrase] {
    let some: Phrase = "\(rows.lowerBound)–\(rows.upperBound - 1) of \(count)"
    return ["\(row.word)s \(some), by \(order)", "\(some) by \(order)", "by \(order)"]
  }

  /// Rows sorted by something else: their places count from 1.
  package static func places(
    _ places: Range<Int>, of count: Int, _ row: Row, by order: String
  ) -> [Phrase] {
    let some: Phrase = "\(places.lowerBound + 1)–\(places.upperBound) of \(count)"
    return [
      "\(row.word)s in places \(some), by \(order)", "\(some) by \(order)", "by \(order)",
    ]
  }

  /// Behind which rows are shown: on which scale.
  package static func scales(isEach: Bool, _ row: Row) -> [Phrase] {
    isEach
      ? [", each on its own scale", ", own scales"]
      : [", one scale for all \(row.word)s", ", one scale"]
  }

  /// Where rows are cut.
  package static func above(_ count: Int, _ row: Row) -> [Phrase] {
    cut("↑", count, row, "above")
  }

  package static func below(_ count: Int, _ row: Row) -> [Phrase] {
    cut("↓", count, row, "below")
  }

  private static func cut(_ arrow: String, _ count: Int, _ row: Row, _ side: String) -> [Phrase] {
    let words = count == 1 ? row.word : row.word + "s"
    return [
      "\(arrow) \(count) \(words) \(side)", "\(arrow) \(count) \(side)", "\(arrow) \(count)",
      "\(arrow)\(count)",
    ]
  }

  /// Over a second map of the same rows.
  package static let sameRows: [Phrase] = ["the same units and timesteps", "same units"]

  // MARK: - Single units below the map

  /// Over the rows of a unit.
  package static func unit(_ unit: Int, of layer: String) -> Phrase {
    "\(layer) \(SharedPhrases.unit(unit))"
  }

  /// Behind that: where it stands in the order of the map, and what full bars stand for.
  package static func standing(
    place: Int, of count: Int, by order: Command.UnitOrder, score: Phrase?, scales: [Phrase]
  ) -> [Phrase] {
    let all = Phrase.joined(scales, separator: " ")
    guard let score else { return scales.isEmpty ? [] : [all] }
    let standing: Phrase = "place \(place) of \(count) by \(order.rawValue), \(score)"
    let short: Phrase = "\(order == .answer ? "correlation" : order.rawValue) \(score)"
    return scales.isEmpty
      ? [standing, short]
      : [standing + " · " + all, short + " · " + all, all, short]
  }

  /// All numbers of a unit, as a sentence.
  package static func numbers(unit: Int, at timestep: Int?, are numbers: [String]) -> String {
    "\(subject(unit: unit)) \(SharedPhrases.at(timestep)): \(numbers.joined(separator: "  "))"
  }
}

// MARK: - The number at the cursor

extension LayerPhrases {
  package static func subject(unit: Int) -> String { "Unit \(unit)" }

  package static func subject(unit: Int, of layer: String) -> String { "Unit \(unit) of \(layer)" }

  package static func nothingRead(_ letter: Character) -> String {
    "Nothing has been read: there is no \(letter) yet. → reads the first timestep."
  }

  package static func secondHasNo(_ timestep: Int, of subject: String) -> String {
    "\(subject): the second observation has no t \(timestep)."
  }

  /// A number with what it is.
  package static func value(
    _ letter: Character, _ number: String, of subject: String, at timestep: Int?, role: String
  ) -> String {
    "\(value(letter, number, of: subject, at: timestep)), \(role)."
  }

  /// A number with how its row is sorted: place 1 is the first.
  package static func value(
    _ letter: Character, _ number: String, of subject: String, at timestep: Int?,
    score: String, by order: Command.UnitOrder, place: Int, of count: Int
  ) -> String {
    let score =
      switch order {
      // Its score is a correlation, where the order is named by what it is with.
      case .answer: "Correlation \(score), place \(place) of \(count) by answer"
      case .memory: "Memory \(score) timesteps, place \(place) of \(count)"
      case .index, .change, .effect:
        "\(order.rawValue.capitalized) \(score), place \(place) of \(count)"
      }
    return "\(value(letter, number, of: subject, at: timestep)). \(score)."
  }

  /// A number alone.
  package static func value(
    alone letter: Character, _ number: String, of subject: String, at timestep: Int?
  ) -> String {
    value(letter, number, of: subject, at: timestep) + "."
  }

  private static func value(
    _ letter: Character, _ number: String, of subject: String, at timestep: Int?
  ) -> String {
    "\(subject) \(SharedPhrases.at(timestep)): \(letter) = \(number)"
  }

  package static func role(_ words: String) -> String { "the \(words)" }

  /// What a quantity of a layer with a cell state is, in a few words; nil for any other.
  package static func roleBesideCell(_ quantity: QuantityName) -> String? {
    switch quantity {
    case .inputGate: "the share of g that is written"
    case .forgetGate: "the share of the old c that is kept"
    case .cellCandidate: "what would be written"
    case .outputGate: "the share of tanh(c) that shows"
    case .cellState: "what it remembers"
    case .hiddenState: "what it shows"
    default: nil
    }
  }

  // MARK: - Beside a second observation

  package static func startAlike(_ subject: String) -> String {
    "\(subject) before t 0: both start alike."
  }

  package static func difference(
    _ letter: Character, _ own: String, _ other: String, in name: String, is difference: String,
    of subject: String, at timestep: Int
  ) -> String {
    "\(subject) at t \(timestep): \(letter) is \(own) here, \(other) in \(name): "
      + "difference \(difference)."
  }

  package static func sameInput(as name: String, timesteps: Int) -> String {
    "\(name) has the same input in the \(timesteps) timesteps of both."
  }

  package static func parts(
    from name: String, at input: Int, layer: String, differsAt timestep: Int
  ) -> String {
    "Beside \(name): the input first differs at t \(input), "
      + "\(layer) first differs at t \(timestep)."
  }

  package static func parts(from name: String, at input: Int, butNot layer: String) -> String {
    "Beside \(name): the input first differs at t \(input), \(layer) does not differ."
  }
}
