import Vocabulary
import Wording

/// The largest of several formulas.
package struct LargestQuestion: QuestionKind {
  /// What is compared, each as its formula is written.
  package let compared: [(text: String, formula: Formula)]

  package static let keys = [
    QuestionKey("larger", .texts, "Formulas of which the largest is asked for.")
  ]

  package static func read(_ draft: QuestionDraft, _ reader: inout LessonReader) -> KindReading {
    guard let value = draft.keys["larger"] else { return .other }
    if let entry = draft.keys.entries.first(where: { $0.key == "of" }) {
      reader.fault(entry.place, .comparedTwice)
    }
    let list = reader.list(value, "larger", most: LessonReader.mostEntries) ?? []
    var compared: [(text: String, formula: Formula)] = []
    for element in list {
      guard let text = reader.line(element, "larger"),
        let formula = reader.formula(element, "larger")
      else { continue }
      compared.append((text, formula))
    }
    let kind = LargestQuestion(compared: compared)
    guard kind.texts.contains(draft.answer) else {
      reader.fault(draft.answerPlace, kind.notAmong(draft.answer))
      return .faulty
    }
    return .kind(kind)
  }

  private var texts: [String] { compared.map(\.text) }

  private func notAmong(_ text: String) -> LessonFault.Problem {
    .notAmong(found: text, nearest: nearest(to: text, in: texts), options: texts)
  }

  package var entry: Entry { .options(texts) }
  package var isCompared: Bool { false }

  package func written(_ text: String) throws(LessonFault.Problem) -> AnswerValue {
    guard texts.contains(text) else { throw notAmong(text) }
    return .text(text)
  }

  package func given(_ text: String) throws(Misform) -> AnswerValue {
    guard texts.contains(text) else {
      throw .option(of: texts.count)
    }
    return .text(text)
  }
}
