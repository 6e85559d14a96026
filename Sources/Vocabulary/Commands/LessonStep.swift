/// The steps and questions of a lesson.
package enum LessonStep: CommandGroup {
  /// The next step, or back to the step that was left.
  case next
  /// The step before.
  case previous
  /// Answers the open question.
  case answer(String)
  /// Asks for a hint.
  case hint
  /// Begins to count the votes of a room, or ends it.
  case votes
  /// One vote more for an option, counted from 1.
  case vote(Int)

  package static let forms = [
    CommandForm(
      "next", "in a lesson: the next step, or back to the step you left", .next),
    CommandForm("previous", "in a lesson: the step before", .previous),
    CommandForm("answer", "(64) | 0.368 | true | 2", "in a lesson: answer the question") {
      words throws(CommandError) in
      words.isEmpty ? nil : .answer(words.joined(separator: " "))
    },
    CommandForm("hint", "in a lesson: ask for a hint", .hint),
    CommandForm("votes", "in a lesson: count the votes of a room, or stop counting", .votes),
    CommandForm("vote", "2", "in a lesson: one more vote for a choice") {
      WholeNumber.read($0).map(Command.vote)
    },
  ]

  package var description: String {
    switch self {
    case .next: "next"
    case .previous: "previous"
    case .answer(let text): "answer \(text)"
    case .hint: "hint"
    case .votes: "votes"
    case .vote(let number): "vote \(number)"
    }
  }

  package var isForLessons: Bool { false }
}

extension Command {
  package static let next = lessonStep(.next)
  package static let previous = lessonStep(.previous)
  package static func answer(_ text: String) -> Command { .lessonStep(.answer(text)) }
  package static let hint = lessonStep(.hint)
  package static let votes = lessonStep(.votes)
  package static func vote(_ number: Int) -> Command { .lessonStep(.vote(number)) }
}
