/// That an answer has no form that a question can grade, and what it takes.
package enum Misform: Error, Hashable, Sendable {
  case form(AnswerForm)
  /// A number with a comma in the place of its point, as it was meant.
  case comma(meant: String)
  /// A number beyond what `WholeNumber` takes.
  case tooLarge(String)
  /// One of so many, by its number.
  case option(of: Int)
  /// It is done with the keys.
  case byHand
  case line(KerasLine.Failure)
}

/// What an answer that was given is worth.
package enum Grade: Hashable, Sendable {
  case right
  /// The wrong answer at a place among those that were foreseen; nil for one that nobody foresaw.
  case wrong(Int?)
}
