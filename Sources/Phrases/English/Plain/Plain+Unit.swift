import Wording

/// The unit screen in words.
extension PlainPhrases {
  /// A unit, and which of the phases is open.
  package static func phase(_ phase: Int, of phases: Int, of unit: String) -> String {
    "\(unit), phase \(phase) of \(phases)."
  }

  /// A unit without a phase: all of it.
  package static func picture(of unit: String) -> String { "\(unit)." }

  package static func gathers(
    inputs: Int, units: Int, before timestep: Int, isErased: Bool
  ) -> String {
    "It gathers \(counted(inputs, "number")) from outside and "
      + "\(units) of h[\(timestep - 1)]\(isErased ? ", which is erased: 0" : "")."
  }

  package static func weighs(sums: [String], hasBias: Bool) -> String {
    "Each of \(spelled(sums.count)) sums weighs them all\(hasBias ? " and adds a bias" : ""): "
      + sums.joined(separator: ", ")
  }

  package static func gate(
    _ words: String, _ letter: Character, value: String, isHeld: Bool
  ) -> String {
    "\(words) \(letter) = \(value)" + (isHeld ? ", held by a what-if" : "")
  }

  /// Between two factors that are read aloud.
  package static let times = " times "

  /// Between two products that are read aloud.
  package static let plus = " plus "

  /// Behind an equation whose state before was erased.
  package static func erased(_ state: Character, before timestep: Int) -> String {
    ", \(state)[\(timestep - 1)] is erased"
  }
}
