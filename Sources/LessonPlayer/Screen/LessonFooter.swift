import Lessons
import Phrases
import Screen
import Tutor

/// The last line of a lesson: the keys that work now.
enum LessonFooter {
  static func draw(_ state: Explorer, _ play: LessonPlay, on canvas: inout Canvas) {
    let row = canvas.height - 1
    let bar = Style(on: .bar)
    canvas.fill(row: row, style: bar)
    var column = 1
    for (keys, label) in entries(state, play) {
      guard column + keys.count + 1 + label.count < canvas.width else { break }
      column = canvas.write(
        plain: keys, column: column, row: row, style: Style(.accent, on: .bar, bold: true))
      column = canvas.write(plain: label, column: column + 1, row: row, style: bar) + 2
    }
  }

  private static func entries(_ state: Explorer, _ play: LessonPlay) -> [(String, String)] {
    let back = ("p", LessonKeyPhrases.back)
    let rest = [("L", LessonKeyPhrases.lessons), ("q", LessonKeyPhrases.quit)]
    if play.isStray(state) {
      return [("n", LessonKeyPhrases.backToTheLesson), ("←→", LessonKeyPhrases.step)] + rest
    }
    guard let question = play.openQuestion else {
      let next = play.isAtEnd ? LessonKeyPhrases.nextLesson : LessonKeyPhrases.next
      return [("n", next), back, ("←→", LessonKeyPhrases.explore)] + rest
    }
    let answer: [(String, String)]
    switch question.kind.entry {
    case _ where play.isCounting:
      answer = [
        ("1–\(play.votes?.counts.count ?? 0)", LessonKeyPhrases.vote),
        ("v", LessonKeyPhrases.endTheCount),
      ]
    case .options(let options, _): answer = [("1–\(options.count)", LessonKeyPhrases.answer)]
    case .typed: answer = [("⏎", LessonKeyPhrases.answer)]
    case .line where play.typed == nil: answer = [("⏎", LessonKeyPhrases.edit)]
    // Every letter is typed into the line, those of the other keys as well.
    case .line: return [("⏎", LessonKeyPhrases.answer), ("esc", LessonKeyPhrases.stopTyping)]
    case .key: answer = []
    case .byHand:
      answer = [
        ("←→", LessonKeyPhrases.step), (":", LessonKeyPhrases.command),
        ("?", LessonKeyPhrases.keys),
      ]
    }
    let hint =
      question.hint == nil || play.outcome.showsHint ? [] : [("H", LessonKeyPhrases.hint)]
    let way = (
      "n", question.isAttempt ? LessonKeyPhrases.showHow : LessonKeyPhrases.showTheAnswer
    )
    return answer + hint + [way, back] + rest
  }
}
