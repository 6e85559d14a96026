import Documents

/// A line of Keras code to mend, and the layer that it describes.
package struct RepairQuestion: QuestionKind {
  /// The line as it stands there.
  package let line: String
  /// The name of the layer that it describes.
  package let layer: String

  package static let keys = [
    QuestionKey("repair", .text, "A line of Keras code to mend."),
    QuestionKey("replaces", .text, "The layer that the line describes."),
  ]

  package static func read(_ draft: QuestionDraft, _ reader: inout LessonReader) -> KindReading {
    guard let value = draft.keys["repair"] else { return .other }
    guard let line = reader.line(value, "repair"),
      let replaced = reader.required(draft.keys, "replaces", example: "replaces: lstm1"),
      let layer = reader.line(replaced, "replaces")
    else { return .faulty }
    return .kind(RepairQuestion(line: line, layer: layer))
  }

  package var entry: Entry { .line(line) }
  package var isCompared: Bool { false }

  package func written(_ text: String) throws(LessonFault.Problem) -> AnswerValue {
    do throws(KerasLine.Failure) { return .line(try KerasLine(parsing: text, name: layer)) } catch {
      throw .keras(error)
    }
  }

  /// Two lines are the same where their layers are, however they are written.
  package func given(_ text: String) throws(Misform) -> AnswerValue {
    do throws(KerasLine.Failure) { return .line(try KerasLine(parsing: text, name: layer)) } catch {
      throw .line(error)
    }
  }

  package func problem(besides answer: AnswerValue?) -> LessonFault.Problem? {
    do throws(LessonFault.Problem) {
      return try written(line) == answer ? .nothingToMend : nil
    } catch { return error }
  }

  package func effect(of answer: AnswerValue?) -> AnswerEffect {
    if case .line(let mended) = answer { .replaces(mended, layer: layer) } else { .nothing }
  }
}
