/// That an answer has no form that a question can grade, and what it takes, as a sentence.
package struct Misform: Error, Hashable, Sendable {
  /// What the question takes, to be shown.
  package let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}

/// What an answer that was given is worth.
package enum Grade: Hashable, Sendable {
  case right
  /// The wrong answer at a place among those that were foreseen; nil for one that nobody foresaw.
  case wrong(Int?)
}
