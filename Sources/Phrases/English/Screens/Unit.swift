import Wording

/// The labels and rows of the unit screen; what it says in sentences stands in `Unit+Sentences.swift`.
package enum UnitPhrases {
  /// The row of how much of a state of each timestep is still there now.
  package static func keptSince(_ state: Character) -> String { "kept of \(state)" }

  /// A state where a timestep is skipped.
  package static func carried(_ letter: Character, over timestep: Int, _ value: String) -> String {
    "\(letter)[\(timestep)] = \(letter)[\(timestep - 1)] = \(value), carried over."
  }

  /// Why nothing else is shown where a timestep is skipped.
  package static let noSumUsed = "No sum and no gate of this timestep is used."

  package static func unit(_ unit: Int, of units: Int) -> String { "unit \(unit) of \(units)" }

  // MARK: - Phases

  /// A word for each phase; each state that is made in one is named by its own.
  package static func phases(states: [String]) -> [String] {
    ["gather", "sums", "gates"] + states + ["output"]
  }

  /// The look before them.
  package static let picture = "picture"

  package static let ledger = "tab: the ledger"
  package static let nextPhase = "tab: the next phase"

  // MARK: - Table

  package static let value = "value"
  package static let weight = "weight"

  /// Above the weights of one sum.
  package static func weight(of sum: Character) -> String { "\(sum) weight" }

  /// A unit of the layer before, whose output is read.
  package static func input(
    _ unit: Int, of layer: String, letter: Character, timestep: Int
  ) -> [Phrase] {
    [
      "\(letter)[\(timestep)] unit \(unit) of \(layer)", "\(layer) unit \(unit)",
      "\(layer) \(unit)", "\(letter)[\(timestep)] unit \(unit)", "x \(unit)",
    ]
  }

  /// Units of the layer before, or features, that are 0.
  package static func zeroInputs(_ count: Int, areUnits: Bool) -> [Phrase] {
    let zeros: Phrase = "\(count, of: areUnits ? "unit" : "feature") at 0"
    return ["\(zeros): nothing", zeros, "\(count) at 0"]
  }

  package static func otherUnits(_ count: Int, of layer: String) -> [Phrase] {
    [
      "\(otherUnits(count)) of \(layer)", "\(count, of: "other") of \(layer)",
      "\(count, of: "other"), \(layer)", "\(count, of: "other")",
    ]
  }

  package static func otherFeatures(_ count: Int) -> [Phrase] {
    ["\(count) other feature\(count == 1 ? "" : "s")", "\(count) other x"]
  }

  /// The hidden state of one of the layer's own units.
  package static func state(_ unit: Int, of layer: String, before h: Phrase) -> [Phrase] {
    ["\(h) unit \(unit) of \(layer)", "\(h) unit \(unit)", "\(h) u\(unit)"]
  }

  package static func otherStates(_ count: Int, of layer: String) -> [Phrase] {
    ["\(otherUnits(count)) of \(layer)", otherUnits(count), "\(count, of: "other")"]
  }

  /// Hidden states that are 0; the only unit is the one that reads.
  package static func zeroStates(_ count: Int, before h: Phrase) -> [Phrase] {
    let units: [Phrase] = count == 1 ? [] : ["\(count, of: "unit") at \(h) = 0"]
    return units + ["\(h) = 0", "h = 0"]
  }

  package static func erasedStates(_ count: Int, before h: Phrase) -> [Phrase] {
    let units: [Phrase] = count == 1 ? [] : ["\(count, of: "unit"), h erased: 0"]
    return units + ["\(h) erased", "h erased"]
  }

  package static let bias: [Phrase] = ["bias"]
  package static let noBias: [Phrase] = ["no bias", "bias"]
  package static let recurrentBias: [Phrase] = ["bias of the h part", "bias of h", "b′"]

  private static func otherUnits(_ count: Int) -> Phrase {
    "\(count) other unit\(count == 1 ? "" : "s")"
  }

  // MARK: - Sums and gates

  /// The row of the sums, with what makes them, the longest first.
  package static func sums(of equations: [Phrase]) -> [Phrase] {
    equations.map { "sums z = \($0)" } + ["sums z"]
  }

  package static let gates: Phrase = "gates"

  /// The row of gates that have one curve.
  package static func gates(of curve: String) -> [Phrase] { ["gates = \(curve)", gates] }

  /// The row of what a what-if holds a gate at.
  package static let held = ["held instead, what if", "held instead", "held"]

  // MARK: - States

  package static func erased(
    _ product: Phrase, state: Character, before timestep: Phrase
  ) -> [Phrase] {
    ["\(product), \(state)\(timestep) is erased", "\(product), \(state) erased"]
  }

  package static func kept(_ product: Phrase) -> [Phrase] {
    ["\(product), what is kept", "\(product), kept", product]
  }

  package static func written(_ product: Phrase) -> [Phrase] {
    ["\(product), what is written", "\(product), written", product]
  }

  package static func shown(_ product: Phrase) -> [Phrase] {
    ["\(product), what is shown", "\(product), shown", product]
  }

  // MARK: - Output

  /// The row before its phase.
  package static let outputLater = "output: what the layer passes on"

  /// Where h goes that is no output of the layer.
  package static func staysInside(_ layer: String, timestep: Int, last: Int) -> [Phrase] {
    let h: Phrase = "h[\(timestep)]"
    return [
      "\(h) goes to \(layer) at t \(timestep + 1); the layer outputs only h[\(last)]",
      "\(h) stays inside; the output is h[\(last)]", "the output is h[\(last)]",
    ]
  }

  /// Where h goes that is an output of the layer, to the next one or as the network's: also to the layer
  /// itself where it is `readAgain`, and with other states where they are `returned`.
  package static func outputs(
    _ layer: String, units: Int, timestep: Int, to next: String?, isRead: Bool, readAgain: Bool,
    returned others: [Character]
  ) -> [Phrase] {
    let h: Phrase = "h[\(timestep)]"
    let share: Phrase = units == 1 ? "" : ", 1 of \(units) numbers,"
    let next =
      next.map { isRead ? " goes to \($0)" : " is output, but \($0) cannot read it" }
      ?? " is the network's output"
    let inside: Phrase = readAgain ? ", and to \(layer) at t \(timestep + 1)" : ""
    let also = others.isEmpty ? "" : "; \(QuantityPhrases.letters(others)) too (return_state)"
    return [
      "\(h)\(share)\(next)\(inside)\(also)", "\(h)\(next)\(inside)\(also)",
      "\(h)\(next)\(also)", "\(h) is output",
    ]
  }

  // MARK: - Chart

  package static let symbols = "x symbol"

  package static func scale(_ scale: String) -> Phrase { Phrase(reading: "scale \(scale)") }
}
