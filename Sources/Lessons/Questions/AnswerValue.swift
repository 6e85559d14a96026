/// What an answer is, once it has been read.
package enum AnswerValue: Hashable, Sendable {
  case text(String)
  case truth(Bool)
  case shape([Int])
  case number(Double)
  case key(String)
  case line(KerasLine)
}
