import Vocabulary

/// The shape of something.
package struct ShapeQuestion: QuestionKind {
  package static func read(_ draft: QuestionDraft, _ reader: inout LessonReader) -> KindReading {
    WrittenShape.read(draft.answer) == nil ? .other : .kind(ShapeQuestion())
  }

  package var entry: Entry { .typed(.shape) }

  package func written(_ text: String) throws(LessonFault.Problem) -> AnswerValue {
    guard let shape = WrittenShape.read(text) else {
      throw .wrongForm(found: text, expected: .shape)
    }
    return .shape(shape)
  }

  /// Brackets are not what is asked: `50, 64` is a shape, and a number alone one of one axis.
  package func given(_ text: String) throws(Misform) -> AnswerValue {
    guard let shape = WrittenShape.given(text) else {
      throw WholeNumber.beyond(in: text).map { .tooLarge($0) } ?? .form(.shape)
    }
    return .shape(shape)
  }

  package func remark(on given: AnswerValue, right: AnswerValue) -> Remark? {
    guard case .shape(let given) = given, case .shape(let right) = right else { return nil }
    guard given.count == right.count else {
      return .axes(given: given.count, right: right.count)
    }
    return given.sorted() == right.sorted() ? .order : nil
  }

  package func agrees(_ value: FormulaValue, _ answer: AnswerValue) -> Bool {
    value.shape.map { .shape($0) == answer } ?? false
  }

  package func text(of value: FormulaValue) -> String {
    value.shape.map { FormulaValue.shape($0).text(digits: nil) } ?? "no shape"
  }
}
