import Lessons
import Screen
import Vocabulary

@testable import LessonPlayer
@testable import Tutor

/// A lesson on the latch model, played by keys as a learner would.
struct Playing {
  var state: State
  /// What the keys asked of the world around the tutor.
  var effects: [Effect] = []

  /// Opens the lesson that a text is; `before` are commands that come before it.
  init(_ text: String, before: String = "", resuming record: LessonRecord? = nil) throws {
    state = try Models.tutor("latch", before)
    state.open(try Self.lesson(text), on: state.model, resuming: record)
  }

  static func lesson(_ text: String) throws -> Lesson {
    try LessonReader.read(text, "lessons/01-small.yaml")
  }

  /// A lesson that asks one question and then says one thing more.
  init(asking step: String) throws {
    let lines = step.split(separator: "\n").map { "  \($0)\n" }.joined()
    try self.init("title: Small\nobservation: 1\nsteps:\n\(lines)  - say: It went on.\n")
  }

  /// Presses keys: words with spaces between them, each the name of a key or characters to type.
  mutating func press(_ words: String) {
    for word in words.split(separator: " ") {
      let keys = Keymap.key(named: String(word)).map { [$0] } ?? word.map { Key.character($0) }
      for key in keys { press(key) }
    }
  }

  mutating func press(_ key: Key) {
    effects += state.press(key)
  }

  /// Types a text as it is, spaces too.
  mutating func type(_ text: String) { for character in text { press(.character(character)) } }

  /// What the lesson says now.
  var says: String { LessonSpeech(state).text }

  /// The step that is shown, counted from 1.
  var number: Int { state.lesson?.number ?? 0 }

  var outcome: LessonPlay.Outcome { state.lesson?.outcome ?? LessonPlay.Outcome() }

  static let sizes = [(60, 18), (80, 24), (120, 40), (200, 60)].map {
    Size(width: $0.0, height: $0.1)
  }
}
