import Engine

// What the layer screen says of all rows together.
extension LayerPhrases {
  // MARK: - What is out of the ordinary

  package static func byIndex(because reason: String) -> String { "By index: \(reason)." }

  package static func stops(at failed: String, stillRuns layer: String) -> String {
    "The network stops at \(failed); \(layer) still runs."
  }

  package static let readsFromEnd =
    "It reads from the end (go_backwards): columns are in its order."

  // MARK: - How the answer is spread over the units

  package static let noneFollows = "No unit alone follows the answer by more than 0.9."

  package static func alone(_ unit: Int) -> String {
    "Unit \(unit) alone follows the answer by more than 0.9."
  }

  package static func many(_ many: Int, of count: Int) -> String {
    "\(many) of \(count) units follow the answer by more than 0.9: none stands for it alone."
  }

  /// How far the output moves at most, and by which unit.
  package static func moves(by size: String, unit: Int) -> String {
    "\(moved(size, unit))."
  }

  package static func movesWithoutTurning(by size: String, unit: Int) -> Sentence {
    Sentence(
      "\(moved(size, unit)): this answer stays, many share the work.",
      "\(moved(size, unit)): this answer stays.")
  }

  private static func moved(_ size: String, _ unit: Int) -> String {
    "One unit less moves the output by at most \(size) (unit \(unit))"
  }

  // MARK: - What the rows are

  package static func featuresReach(_ layer: String, sums: Int) -> String {
    let often = sums == 1 ? "" : " for each of its \(spelled(sums)) sums"
    return "Every feature reaches every unit of \(layer), once\(often)."
  }

  package static func statesReach(_ layer: String, sums: Int) -> String {
    "Every h of the layer before reaches every unit of \(layer), \(times(sums))."
  }

  /// What a quantity of a layer with a cell state is; nil for any other.
  package static func meaningBesideCell(_ quantity: QuantityName) -> String? {
    switch quantity {
    case .inputGate: "i says how much of the candidate g is written into c: 0 nothing, 1 all of it."
    case .forgetGate: "f says how much of the old c is kept: 1 keeps it, 0 forgets it."
    case .cellCandidate: "g is what would be written into c; the input gate says how much of it is."
    case .outputGate: "o says how much of the cell state shows as h: 0 nothing, 1 all of it."
    case .cellState: "c is what a unit remembers: f·c[t−1] + i·g. It has no bound."
    case .hiddenState:
      "h is what a unit shows of its c: to the next layer, and at t + 1 to all units of its own."
    default: nil
    }
  }

  // MARK: - What the order means

  package static let toSort =
    "z sorts the units: by change, memory, answer, effect on the output."

  package static func byChange(of letter: Character) -> String {
    "By change: how far \(letter) moves from one t to the next, summed up."
  }

  package static func byMemory(of letter: Character) -> String {
    "By memory: the lag at which the autocorrelation of \(letter) falls to 1/2."
  }

  package static let byAnswer =
    "By answer: correlation of h with the answer read at each t; − is turned over."

  package static let byEffect =
    "By effect: how far the last output moves when the unit's h is 0 at every t."

  // MARK: - How the map is read

  package static func eachOnItsOwn(_ row: Row) -> String {
    "Each \(row.word) has a scale of its own, up to its own largest value. Press a for one scale."
  }

  package static func pairs(of row: Row) -> String {
    "A line is two \(row.word)s, coloured by the scale; the two at the cursor are bars."
  }

  package static func singles(of row: Row) -> String {
    "A row is one \(row.word), a column one timestep. Dots are not read yet."
  }
}
