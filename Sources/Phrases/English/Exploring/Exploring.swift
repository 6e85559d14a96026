import Engine
import Vocabulary
import Wording

/// What is said of the last command, whatever screen is open.
package enum ExploringPhrases {
  // MARK: - What is under the cursor

  package static func value(of address: Quantity, _ value: Float) -> String {
    "\(address) = \(signed(value))."
  }

  package static func value(
    of address: Quantity, _ value: Float, unit: Int, of units: Int
  ) -> String {
    "\(address) = \(signed(value)), unit \(unit) of \(units); , and . choose another."
  }

  package static func value(of address: Quantity, _ value: Float, meaning: String) -> String {
    "\(address) = \(signed(value)): \(meaning)"
  }

  package static func meaning(of quantity: LayerQuantity, equation: String) -> String {
    "the \(quantity.words), \(equation)."
  }

  package static func inputGate(_ gate: Float, candidate: Float) -> String {
    "\(percent(gate)) of the candidate \(factor(candidate)) is written into c."
  }

  package static func forgetGate(_ gate: Float, before: Float, timestep: Int) -> String {
    "\(percent(gate)) of c[\(timestep - 1)] = \(decimal(before, digits: 3)) is kept; "
      + "1 keeps, 0 forgets."
  }

  package static func candidate(inputGate: Float) -> String {
    "what would be written into c; the input gate lets \(factor(inputGate)) of it in."
  }

  package static func outputGate(_ gate: Float, cell: Float) -> String {
    "\(percent(gate)) of tanh(c) = tanh(\(factor(cell))) shows as h."
  }

  package static func cellState(
    forgetGate: Float, before: Float, inputGate: Float, candidate: Float
  ) -> String {
    "f·c + i·g = \(factor(forgetGate))·\(factor(before)) + "
      + "\(factor(inputGate))·\(factor(candidate))."
  }

  package static func hiddenState(outputGate: Float, cell: Float) -> String {
    "o·tanh(c) = \(factor(outputGate))·tanh(\(factor(cell)))."
  }

  private static func signed(_ value: Float) -> String { decimal(value, digits: 3, signed: true) }

  private static func percent(_ share: Float) -> String { "\(decimal(share * 100, digits: 0)) %" }

  /// A number in a product: one below 0 stands in brackets.
  private static func factor(_ value: Float) -> String {
    let text = decimal(value, digits: 3)
    return text.hasPrefix("-") ? "(\(text))" : text
  }

  // MARK: - What is asked for

  /// An address and the first of its numbers.
  package static func values(of address: Quantity, _ shown: [Float], count: Int) -> String {
    let more = count > shown.count ? ", … \(count) values" : ""
    // A gradient may be so small that seven digits are all 0.
    let numbers = shown.map { address.kind.isGradient ? "\($0)" : decimal($0, digits: 7) }
    return "\(address) = \(numbers.joined(separator: ", "))\(more)"
  }

  /// The address and the number of what is read at the end alone, as it would be at a timestep before.
  package static func awaited(_ address: Quantity, _ value: Float, at timestep: Int) -> String {
    "\(address) = \(value) if the sequence ended at t \(timestep)"
  }

  package static func copied(_ text: String) -> String { "copied \(text)" }

  package static func copiedCode(of library: String, lines: Int) -> String {
    "copied the \(library) code, \(lines) lines"
  }

  /// How far the answer so far moves at a timestep, which is a place among those at which it does.
  package static func answerMoves(
    by size: Float, at timestep: Int, place: Int, of count: Int
  ) -> String {
    let order = place == 0 ? "its largest step" : "place \(grouped(place)) by size"
    return "at t \(timestep) the answer so far moves by \(decimal(size, digits: 3)), \(order) of "
      + "\(grouped(count)); go change +1 is the next"
  }

  /// How many observations are answered rightly, and the first of the others.
  package static func evaluation(right: Int, of judged: Int, wrong: [Int]) -> String {
    let right = "\(right) of \(judged) right"
    guard !wrong.isEmpty else { return right }
    let list = wrong.prefix(12).map(String.init).joined(separator: ", ")
    return "\(right); wrong: \(list)\(wrong.count > 12 ? ", …" : "")"
  }

  /// How many are answered rightly under the what-ifs of now.
  package static func score(right: Int, of judged: Int) -> String { "\(right) of \(judged) right" }

  /// How far that has been counted.
  package static func counting(_ counted: Int, of all: Int) -> String {
    "counting, \(counted) of \(all)"
  }

  /// How many were, before the what-ifs changed, where counting takes too long to go along.
  package static func oldScore(right: Int, of judged: Int) -> String {
    ":evaluate recounts, \(right) of \(judged) before"
  }

  /// The output and how many are right, in one line.
  package static func both(_ output: String, _ score: String) -> String { "\(output) · \(score)" }

  /// What the two sides of a condition come to.
  package static func sides(_ left: String, _ right: String) -> String {
    "the left side is \(left), the right side \(right)"
  }

  // MARK: - What-ifs

  /// The last output before a what-if and after it, of one unit where there are several; nil where there
  /// is none. `timestep` is that at which it comes, where another one is open.
  package static func output(
    of unit: Int?, at timestep: Int?, before: Float?, after: Float?
  ) -> String {
    func written(_ value: Float?) -> String {
      value.map { decimal($0, digits: $0.magnitude < 0.01 ? 6 : 3) } ?? "none"
    }
    let name = unit.map { "output of unit \($0)" } ?? "output"
    let when = timestep.map { " at t \($0)" } ?? ""
    return "\(name)\(when): \(written(before)) before → \(written(after)) after"
  }

  /// The mark that every screen carries, the longest form first; `shown` is the layer that is looked
  /// at, with the unit whose numbers stand there.
  package static func changes(
    _ count: Int, newest: WhatIf, shown: String?, unit: Int?
  ) -> [String] {
    let forms = ["\(newest)"] + short(newest, shown: shown, unit: unit)
    let few = count > 1 ? "\(count) what-ifs" : "what if"
    return (count > 1 ? forms.map { "\(few), last: \($0)" } : []) + forms.map { "\(few): \($0)" }
      + [count > 1 ? few : "1 what-if"]
  }

  /// A gate that is held, by its letter. Its layer and its unit are left out only where they are those
  /// that are looked at.
  private static func short(_ whatIf: WhatIf, shown: String?, unit: Int?) -> [String] {
    guard case .clamp(let gate, let units, let value) = whatIf, let name = gate.kind.recurrent
    else { return [] }
    let at = gate.indices.first.flatMap(\.self).map { "[\($0)]" } ?? ""
    let isShown = gate.layer == shown
    let held = "\(isShown ? "" : "\(gate.layer) ")\(name.letter)\(at) = \(typed(value))"
    guard case .these(let list) = units else { return [held] }
    guard list.count == 1 else { return ["\(held) in \(counted(list.count, "unit"))"] }
    return ["\(held) in unit \(list[0])"] + (isShown && list[0] == unit ? [held] : [])
  }

  // MARK: - Time

  package static func isLast(timestep: Int) -> String { "t \(timestep) is the last timestep" }

  package static let nothingBefore = "there is nothing before the first timestep"

  package static func speed(_ speed: Int) -> String { "\(speed) timesteps a second" }

  // MARK: - Places and breakpoints

  package static func kept(as name: String) -> String {
    "kept as '\(name)'; 'to \(name)' comes back here"
  }

  package static func stops(at breakpoint: Command.Breakpoint) -> String {
    "playing stops where \(breakpoint.quantity) \(breakpoint.comparison.rawValue) "
      + "\(breakpoint.bound)"
  }

  package static let noBreakpointAnyMore = "the breakpoint is gone"
  package static let noBreakpoint = "there was no breakpoint"

  /// Where playing stopped; `others` are further units at which it would have.
  package static func stopped(
    at address: Quantity, _ value: Float, by breakpoint: Command.Breakpoint, others: Int
  ) -> String {
    let more = others > 0 ? ", and \(others) more units" : ""
    return "stopped: \(address) = \(signed(value)) "
      + "\(breakpoint.comparison.rawValue) \(breakpoint.bound)\(more)"
  }

  // MARK: - Names

  package static func untrained(model: String) -> String { "\(model) (untrained)" }

  package static func feature(_ feature: Int) -> String { "feature \(feature)" }

  // MARK: - Order of units

  package static let onlyByChange = "what a layer reads can be sorted by change only"
  package static let outputsOnlyByChange = "outputs without gates can be sorted by change only"

  package static func notSorted(by order: Command.UnitOrder, _ reason: String) -> String {
    "not sorted by \(order.rawValue): \(reason)"
  }

  package static let noAnswer = "there is no output"
}

/// The game of guessing.
package enum GuessingPhrases {
  package static let wasOff = "guessing was off"

  package static func score(right: Int, of total: Int) -> String { "\(right) of \(total) right" }

  /// What a guess was worth, and how the letter went.
  package static func result(
    isRight: Bool, _ letter: Character, went: Command.Guess, from before: Float, to after: Float,
    tolerance: Float, right: Int, of total: Int
  ) -> String {
    let way =
      switch went {
      case .same: "stayed within \(written(tolerance))"
      case .up: "went up"
      case .down: "went down"
      }
    return "\(isRight ? "Right" : "No"): \(letter) \(way), from "
      + "\(decimal(before, digits: 2, signed: true)) to \(decimal(after, digits: 2, signed: true)). "
      + "\(score(right: right, of: total))."
  }
}

extension GuessingPhrases {
  /// How far a number may move and still count as the same.
  static func written(_ tolerance: Float) -> String {
    decimal(tolerance, digits: tolerance < 0.1 ? 3 : 2)
  }
}

/// The draft of a lesson that a session is kept as.
package enum DraftPhrases {
  /// What its author replaces.
  package static let sentence = "Say here what to look at."
  package static let title = "Give the lesson a title"
}
