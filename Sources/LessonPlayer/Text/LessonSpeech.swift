import Lessons
import Screen
import Tutor

/// What a lesson says at its present step, in lines of words.
package struct LessonSpeech {
  package let text: String

  package init(_ state: State) {
    var state = state
    state.completeStep()
    guard let play = state.lesson else {
      text = PlainText(state).text
      return
    }
    var lines: [String] = []
    if play.isAtEnd {
      lines.append("End of \(play.lesson.title).")
    } else {
      lines.append("\(play.lesson.title), step \(play.number) of \(play.shownSteps.count).")
    }
    lines += LessonPanel(state.explorer, play, width: 10_000, isSpoken: true).lines.map(\.text)
    text = lines.joined(separator: "\n")
  }
}

extension LessonSpeech {
  /// What one can type at an open question, where lines are read.
  package static func takes(_ question: Question) -> String {
    let answer =
      switch question.kind.entry {
      case .options: "the number of your answer"
      case .typed: "your answer"
      case .key: "the key"
      case .line: "the line as it should be"
      case .byHand: "the commands for it, such as go 12"
      }
    let hint = question.hint == nil ? "" : ", hint"
    return "Type \(answer)\(hint), or n to see \(question.isAttempt ? "one way" : "the answer")."
  }

  /// What one can type at the end of a lesson, where lines are read.
  package static let takesAtEnd =
    "Type n for the next lesson, previous to go back a step, lessons for the list, or quit."

  /// Why nothing happened for a line that is neither an answer nor a command.
  package static func unknown(_ line: String, _ play: LessonPlay) -> String {
    let takes = (play.isAtEnd ? takesAtEnd : play.openQuestion.map { Self.takes($0) })?.dropLast()
    return "'\(line)' was not understood; "
      + (takes.map { "t" + $0.dropFirst() }
        ?? "type n to go on, previous to go back, lessons for the list, quit, or a command such as "
        + "go 12")
  }
}

extension State {
  /// Whether a line is an answer to the open question before it is anything else: a key that is asked
  /// for, or one of the choices as it is written.
  package func isAnswer(_ line: String) -> Bool {
    guard let question = lesson?.openQuestion else { return false }
    switch question.kind.entry {
    case .options(let options, _): return options.contains(line)
    case .key: return Keymap.key(named: line) != nil && lesson?.isPress(line, for: question) == true
    case .typed, .line, .byHand: return false
    }
  }
}
