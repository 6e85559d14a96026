import Lessons
import Phrases
import Screen
import Tutor

/// What a lesson says at its present step, in lines of words.
package struct LessonSpeech {
  package let text: String

  /// Of a lesson that is open, whatever lies over it; where none is, the screen in words.
  package init(_ state: State) {
    let lines = state.lesson?.plainLines(over: state.explorer)
    text = lines?.joined(separator: "\n") ?? PlainText(state).text
  }

  /// The place in the lesson, then what it says and asks there.
  static func lines(_ play: LessonPlay, _ explorer: Explorer) -> [String] {
    let title = play.lesson.title
    let place =
      play.isAtEnd
      ? SpeechPhrases.end(of: title)
      : SpeechPhrases.step(play.number, of: play.shownSteps.count, in: title)
    return [place]
      + LessonPanel(explorer, play, width: 10_000, isSpoken: true).lines.map(\.text)
  }
}

extension LessonSpeech {
  /// What one can type at an open question, where lines are read.
  package static func takes(_ question: Question) -> String {
    SpeechPhrases.type(answers(question))
  }

  private static func answers(_ question: Question) -> String {
    SpeechPhrases.answers(
      question.kind.entry, hasHint: question.hint != nil, isAttempt: question.isAttempt)
  }

  /// Why nothing happened for a line that is neither an answer nor a command.
  package static func unknown(_ line: String, _ play: LessonPlay) -> String {
    let takes =
      play.isAtEnd
      ? SpeechPhrases.atEnd(isLast: play.isLast)
      : play.openQuestion.map(answers) ?? SpeechPhrases.betweenQuestions
    return SpeechPhrases.unknown(line, takes: takes)
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
