import Documents
import Vocabulary

/// Something to do by hand: what has to hold then, and commands that get there.
package struct AttemptQuestion: QuestionKind {
  /// What has to hold when it is done.
  package let until: [PlacedCondition]
  /// Commands that get there.
  package let solution: [PlacedCommand]

  package static let keys = [
    QuestionKey("until", .texts, "What has to hold when it is done.", of: "try"),
    QuestionKey("solution", .commands, "Commands that get there.", of: "try"),
  ]

  /// A step of its own asks it.
  package static func read(_ draft: QuestionDraft, _ reader: inout LessonReader) -> KindReading {
    .other
  }

  /// Reads it from a step with `try`; nil where something is missing.
  static func read(_ keys: DocumentMapping, _ reader: inout LessonReader) -> AttemptQuestion? {
    let until = reader.required(keys, "until", example: "until: t = 15").map {
      reader.conditions($0, "until")
    }
    let solution = reader.required(keys, "solution", example: "solution: go 15").map {
      reader.commands($0, "solution")
    }
    guard let until, let solution else { return nil }
    return AttemptQuestion(until: until, solution: solution)
  }

  package var entry: Entry { .byHand(until: until) }
  package var isCompared: Bool { false }

  /// The commands as one would type them.
  var answer: String { solution.map { "\($0.command)" }.joined(separator: "; ") }

  package func given(_ text: String) throws(Misform) -> AnswerValue {
    throw .byHand
  }

  package func effect(of answer: AnswerValue?) -> AnswerEffect { .commands(solution) }
}
