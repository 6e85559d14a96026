import Vocabulary

/// A kind of question: what a step that asks it looks like, how one answers, what is right.
///
/// A new kind is a file in the folder `Kinds` and its line in `QuestionKinds.all`.
package protocol QuestionKind: Sendable {
  /// The keys that a step of this kind has, beside those of every question.
  static var keys: [QuestionKey] { get }
  /// Reads it from a step that asks, if it is of this kind; what is wrong goes to the reader's faults.
  static func read(_ draft: QuestionDraft, _ reader: inout LessonReader) -> KindReading

  /// How one answers.
  var entry: Entry { get }
  /// Whether its answer has to be compared with what `of` comes to; of the others the engine knows.
  var isCompared: Bool { get }
  /// The things of which the largest is asked for, each as its formula is written.
  var compared: [(text: String, formula: Formula)] { get }

  /// An answer as a lesson writes it; throws what is wrong with its form.
  func written(_ text: String) throws(LessonFault.Problem) -> AnswerValue
  /// An answer as one gives it; throws what it should look like.
  func given(_ text: String) throws(Misform) -> AnswerValue
  /// An answer as it is repeated beside what is said of it.
  func repeated(_ text: String) -> String
  /// Why an answer, as it is written, cannot be told from one of the mistakes; nil where it can.
  func ambiguity(of text: String, besides mistakes: [AnswerValue]) -> Misform?
  /// What can be said of a wrong answer that nobody foresaw.
  func remark(on given: AnswerValue, right: AnswerValue) -> Remark?
  /// Whether an answer is what another one, of the lesson, says.
  func isSame(_ given: AnswerValue, _ written: AnswerValue) -> Bool
  /// What is wrong with the question itself, beside its answers.
  func problem(besides answer: AnswerValue?) -> LessonFault.Problem?
  /// What the right answer does.
  func effect(of answer: AnswerValue?) -> AnswerEffect

  /// Whether a value that the engine computes is what an answer says.
  func agrees(_ value: FormulaValue, _ answer: AnswerValue) -> Bool
  /// A value that the engine computes, as answers are written.
  func text(of value: FormulaValue) -> String
}

extension QuestionKind {
  package static var keys: [QuestionKey] { [] }
  package var isCompared: Bool { true }
  package var compared: [(text: String, formula: Formula)] { [] }

  package func written(_ text: String) throws(LessonFault.Problem) -> AnswerValue { .text(text) }
  package func repeated(_ text: String) -> String { text }
  package func ambiguity(of text: String, besides mistakes: [AnswerValue]) -> Misform? { nil }
  package func remark(on given: AnswerValue, right: AnswerValue) -> Remark? { nil }
  package func isSame(_ given: AnswerValue, _ written: AnswerValue) -> Bool { given == written }
  package func problem(besides answer: AnswerValue?) -> LessonFault.Problem? { nil }
  package func effect(of answer: AnswerValue?) -> AnswerEffect { .nothing }
  package func text(of value: FormulaValue) -> String { value.text(digits: nil) }

  package func agrees(_ value: FormulaValue, _ answer: AnswerValue) -> Bool {
    switch answer {
    case .text(let text), .key(let text): value.text(digits: nil) == text
    case .truth(let truth): value.text(digits: nil) == "\(truth)"
    case .shape, .number, .line: false
    }
  }
}
