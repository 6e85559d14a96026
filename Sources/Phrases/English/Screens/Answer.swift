/// What a network's last numbers mean.
package enum AnswerPhrases {
  // MARK: - One number

  /// A number over or under the threshold.
  package static func answer(_ number: Phrase, isYes: Bool) -> Phrase {
    "\(number), so \(isYes ? "yes" : "no")"
  }

  /// A number that a what-if has changed.
  package static func changed(from before: Phrase, to now: Phrase) -> Phrase {
    "\(before) → \(now)"
  }

  /// An answer at the end, to what is asked.
  package static func asked(_ question: String, _ answer: Phrase) -> Phrase {
    "\(question): \(answer)."
  }

  /// The same with what is true.
  package static func asked(_ question: String, _ answer: Phrase, truth: String) -> Phrase {
    "\(asked(question, answer)) The truth: \(truth)."
  }

  /// An answer before the end, to what will be asked there.
  package static func early(_ question: String, _ answer: Phrase, at timestep: Int) -> [Phrase] {
    ["\(early(timestep))\(question)? \(answer)", early(answer, at: timestep), answer]
  }

  /// A number before the end.
  package static func early(_ number: Phrase, at timestep: Int) -> Phrase {
    early(timestep) + number
  }

  private static func early(_ timestep: Int) -> Phrase { "at t \(timestep): " }

  // MARK: - Several numbers

  /// The first numbers of all, and which unit has the largest.
  package static func several(_ first: [Phrase], of count: Int, largest: Int) -> [Phrase] {
    let shown = Phrase.joined(first, separator: " ")
    let more: Phrase = count > first.count ? " … \(count) numbers" : ""
    return [
      "\(shown)\(more); largest: unit \(largest)", "largest of \(count): unit \(largest)",
    ]
  }

  /// The answer whose number is the largest, and at the end the true one.
  package static func chosen(_ name: String, _ number: Phrase, truth: String?) -> [Phrase] {
    let answer: Phrase = "\(name), with \(number)"
    guard let truth else { return [answer, "\(name)"] }
    return ["\(answer). The truth: \(truth).", "\(name); truly \(truth)", "\(name)"]
  }

  // MARK: - No number

  /// One of the last numbers is none, and why.
  package static func none(number: Int, is value: Float, because: Phrase) -> [Phrase] {
    ["no answer: number \(number) is \(number: value); \(because)", "no answer"]
  }

  /// A number that was read is none.
  package static func isNone(timestep: Int, feature: Int) -> Phrase {
    "x[\(timestep), \(feature)] is none"
  }

  package static let grown: Phrase = "the sums have grown beyond what a float holds"
}
