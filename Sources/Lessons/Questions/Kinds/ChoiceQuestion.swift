/// One of several texts, in an order that depends on them alone.
package struct ChoiceQuestion: QuestionKind {
  /// The right text among the wrong ones.
  package let options: [String]

  package static func read(_ draft: QuestionDraft, _ reader: inout LessonReader) -> KindReading {
    guard !draft.wrong.isEmpty else {
      reader.fault(draft.answerPlace, .fewWrong)
      return .faulty
    }
    let texts = [draft.answer] + draft.wrong
    return .kind(ChoiceQuestion(options: shuffled(texts, by: texts.joined())))
  }

  package var entry: Entry { .options(options) }

  package func given(_ text: String) throws(Misform) -> AnswerValue {
    guard options.contains(text) else {
      throw .option(of: options.count)
    }
    return .text(text)
  }
}
