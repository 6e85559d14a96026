import Lessons
import Screen

/// What the one who teaches sees in a second window: the notes of the step, the answer before it is
/// shown, and what comes next.
package struct SpeakerNotes {
  package static let width = 72

  package let text: String

  /// Nil without a lesson.
  package init?(_ state: State) {
    var state = state
    state.completeStep()
    guard let play = state.lesson else { return nil }
    let lesson = play.lesson
    guard let step = play.step else {
      text = "\(lesson.title)\nend, after \(play.shownSteps.count) steps\n"
      return
    }
    var blocks = ["\(lesson.title)\nstep \(play.number) of \(play.shownSteps.count)"]
    if play.number == 1, let notes = lesson.notes { blocks.append(Self.block("LESSON", notes)) }
    if let notes = step.notes { blocks.append(Self.block("NOTES", notes)) }
    if let question = step.question {
      blocks.append(Self.block("ASKED", question.prompt.plain(state.moment)))
      blocks.append(Self.block("ANSWER", Self.answer(question)))
      if let because = question.because {
        blocks.append(Self.block("BECAUSE", because.plain(state.moment)))
      }
    }
    blocks.append(Self.block("NEXT", Self.next(after: play, state)))
    text = blocks.joined(separator: "\n\n") + "\n"
  }

  private static func answer(_ question: Question) -> String {
    guard case .attempt(_, let solution) = question.kind else { return question.answer }
    return solution.map { "\($0.command)" }.joined(separator: "; ")
  }

  /// What the next step says, with the values that it will find.
  private static func next(after play: LessonPlay, _ state: State) -> String {
    guard let index = play.shownSteps.first(where: { $0 > play.index }) else {
      return "the end of the lesson"
    }
    var ahead = state
    ahead.goTo(step: index)
    switch ahead.lesson?.step?.content {
    case .text(let text): return text.plain(ahead.moment)
    case .question(let question): return "asks: " + question.prompt.plain(ahead.moment)
    case .silent, nil: return ""
    }
  }

  private static func block(_ title: String, _ text: String) -> String {
    let lines = StyledLine.wrapped([.init(text: text, style: Style())], width: width - 2)
    return ([title] + lines.map { "  " + $0.text }).joined(separator: "\n")
  }
}
