import Vocabulary

/// Whether something holds.
package struct TruthQuestion: QuestionKind {
  package static func read(_ draft: QuestionDraft, _ reader: inout LessonReader) -> KindReading {
    if written(draft.answer) != nil { return .kind(TruthQuestion()) }
    // `No` and `True` look like an answer of this kind, and so does what stands beside `true`.
    let looksLikeOne =
      draft.wrong.isEmpty
      ? truth(draft.answer) != nil : draft.wrong.allSatisfy { truth($0) != nil }
    guard draft.isClaimed, looksLikeOne else { return .other }
    reader.fault(draft.answerPlace, .truth(found: draft.answer))
    return .faulty
  }

  package var entry: Entry { .options(["true", "false"], letters: ["t", "f"]) }

  package func written(_ text: String) throws(LessonFault.Problem) -> AnswerValue {
    guard let truth = Self.written(text) else {
      throw .wrongForm(found: text, expected: .truth)
    }
    return .truth(truth)
  }

  package func given(_ text: String) throws(Misform) -> AnswerValue {
    guard let truth = Self.truth(text) else { throw .form(.truth) }
    return .truth(truth)
  }

  private static func written(_ text: String) -> Bool? {
    switch text {
    case "true": true
    case "false": false
    default: nil
    }
  }

  /// `true`, `t`, `yes` and their opposites, in any case; nil for none of them.
  static func truth(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "true", "t", "yes", "y": true
    case "false", "f", "no": false
    default: nil
    }
  }
}
