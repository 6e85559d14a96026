/// The form of an answer that is written or typed.
package enum AnswerForm: Hashable, Sendable {
  case number
  case shape
  case truth

  /// Whether a character begins an answer. Every letter does, as that of `None` or `tanh`: what one
  /// types at a question is an answer, if only one that has no form.
  package func isBegun(by character: Character) -> Bool {
    character.isLetter || character.isNumber || "().,-+−".contains(character)
  }
}
