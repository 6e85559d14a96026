import Insight
import Wording

/// What the picture of the unit says.
extension UnitPhrases {
  // MARK: - Wires

  package static let keptLabel = "kept"
  package static let writtenLabel = "written"

  /// What a gauge reaches from and to.
  package static func ends(isShare: Bool, most: Float) -> (top: String, bottom: String) {
    isShare ? ("1", "0") : ("+\(brief(most))", "-\(brief(most))")
  }

  /// A weighted sum where there is no room for its curve.
  package static func sum(_ total: Float) -> Phrase { "z \(number: total, signed: true)" }

  // MARK: - Lanes

  /// Over the lanes: whose way they show.
  package static func along(_ state: Character) -> [String] {
    ["along \(state), one scale", "along \(state)"]
  }

  /// Over what was there before a what-if.
  package static let before = "before"

  package static func remembered(_ state: Phrase) -> [Phrase] {
    [state + "  remembered", state + " old", state]
  }

  package static func erasedLane(_ state: Phrase) -> [Phrase] { [state + " erased", state] }

  /// A factor with its number, where it is one.
  package static func scaled(by letters: String, _ number: Phrase?) -> [Phrase] {
    let short: Phrase = "× \(letters)"
    return (number.map { [short + " " + $0] } ?? []) + [short]
  }

  package static func keptLane(_ forms: [Phrase]) -> [Phrase] {
    forms.map { $0 + "  kept" } + ["kept"]
  }

  package static func added(_ letters: String) -> [Phrase] {
    ["+ \(letters)  written", "+ \(letters)"]
  }

  package static let fromInput: [Phrase] = ["x·K  from the input", "x·K  input", "x·K"]
  package static func fromStates(before timestep: Int) -> [Phrase] {
    ["+ h[\(timestep)]·R  recurrent", "+ h[\(timestep)]·R", "+ h·R"]
  }
  package static let fromBias: [Phrase] = ["+ b  bias"]
  package static let sumLane: [Phrase] = ["= z  the sum", "= z"]

  // MARK: - The answer

  /// A number at the end before a what-if and after it, and what they mean.
  package static func answer(
    _ old: Phrase, _ new: Phrase, meaning: (label: String, was: Bool, is: Bool)?
  ) -> [Phrase] {
    let numbers: Phrase = "answer \(old) → \(new)"
    guard let meaning else { return [numbers] }
    func word(_ isYes: Bool) -> String { isYes ? "yes" : "no" }
    let change =
      meaning.was == meaning.is
      ? "still \(word(meaning.is))" : "\(word(meaning.was)) → \(word(meaning.is))"
    return [
      "\(numbers)   \(meaning.label)? \(change)", "\(numbers)   \(change)", numbers,
    ]
  }

  /// The forms of an answer with how many of all observations come out right.
  package static func answer(_ forms: [Phrase], score: String) -> [Phrase] {
    forms.map { $0 + "   " + Phrase(plain: score) }
  }

  /// Of several numbers the largest before and after.
  package static func answer(largest old: Int, _ new: Int) -> Phrase {
    "answer: largest unit \(old) → unit \(new)"
  }

  // MARK: - Sentences

  /// How a state came about that keeps a part of an old one.
  package static func keeps(
    _ kept: String, of whole: String, writes added: String, makes name: String, _ result: String
  ) -> Sentence {
    Sentence(
      "Of \(whole), \(kept) is kept; \(added) is written: \(name) = \(result).",
      "\(kept) kept, \(added) written: \(name) = \(result).")
  }

  /// What a gate lets through of a curved state.
  package static func lets(
    _ shown: String, of whole: String, by gate: String, out name: String
  ) -> String {
    "Of \(whole), \(gate) lets \(shown) out: \(name)."
  }

  /// The lane that has just come while the picture plays.
  package static func lane(_ label: String, _ number: String, isResult: Bool) -> String {
    "\(label)\(isResult ? " =" : ":") \(number)."
  }
}
