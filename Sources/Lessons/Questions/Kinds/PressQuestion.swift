import Documents

/// A key to press, which then does what it does.
package struct PressQuestion: QuestionKind {
  package static let keys = [QuestionKey("press", .flag, "A key is asked for.")]

  package static func read(_ draft: QuestionDraft, _ reader: inout LessonReader) -> KindReading {
    guard let value = draft.keys["press"] else { return .other }
    let isAsked = reader.collect { () throws(FileError) in try value.flag("press") }
    return isAsked == true ? .kind(PressQuestion()) : .faulty
  }

  package var entry: Entry { .key }
  package var isCompared: Bool { false }

  package func written(_ text: String) throws(LessonFault.Problem) -> AnswerValue {
    guard Self.isKey(text) else { throw .key(text) }
    return .key(text)
  }

  package func given(_ text: String) -> AnswerValue { .key(text) }

  package func effect(of answer: AnswerValue?) -> AnswerEffect {
    if case .key(let name) = answer { .key(name) } else { .nothing }
  }

  /// The names of keys that are no characters.
  static let keyNames = [
    "left", "right", "up", "down", "enter", "tab", "esc", "space", "home", "end",
  ]

  static func isKey(_ text: String) -> Bool { text.count == 1 || keyNames.contains(text) }
}
