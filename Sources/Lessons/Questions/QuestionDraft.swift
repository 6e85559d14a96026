import Documents

/// What is known of a question before its kind is.
package struct QuestionDraft {
  let keys: DocumentMapping
  /// The right answer and the wrong ones as they are written.
  let answer: String
  let answerPlace: Place
  let wrong: [String]
  /// Whether `of` is a formula, or a condition.
  let isMeasured: Bool
  let isClaimed: Bool
}

/// What a kind makes of a step.
package enum KindReading {
  /// It is of another kind.
  case other
  /// It is of this kind, and something is wrong with it.
  case faulty
  case kind(any QuestionKind)
}
