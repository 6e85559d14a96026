/// The form of an answer that is written or typed.
package enum AnswerForm: Hashable, Sendable {
  case number
  case shape
  case truth
}
