/// That an answer has no form that a question can grade, and what it takes.
package enum Misform: Error, Hashable, Sendable {
  case form(AnswerForm)
  /// A number with a comma in the place of its point, as it was meant.
  case comma(meant: String)
  /// A number with so many digits behind its point: with fewer it may be a mistake as well.
  case digits(Int)
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

/// What can be said of a wrong answer that nobody foresaw.
package enum Remark: Hashable, Sendable {
  /// The sizes of a shape are right, their order is not.
  case order
  /// A shape has so many axes, and the right one so many.
  case axes(given: Int, right: Int)
  /// A number has the other sign.
  case sign
  /// A number lies beside the right one, as by rounding.
  case near
}
