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
    let back = ("p", "back")
    let rest = [("L", "lessons"), ("q", "quit")]
    if play.isStray(state) { return [("n", "back to the lesson"), ("←→", "step")] + rest }
    guard let question = play.openQuestion else {
      let next = play.isAtEnd ? "next lesson" : "next"
      return [("n", next), back, ("←→", "explore")] + rest
    }
    let answer: [(String, String)]
    switch question.kind.entry {
    case _ where play.isCounting:
      answer = [("1–\(play.votes?.counts.count ?? 0)", "vote"), ("v", "end the count")]
    case .options(let options, _): answer = [("1–\(options.count)", "answer")]
    case .typed: answer = [("⏎", "answer")]
    case .line where play.typed == nil: answer = [("⏎", "edit the line")]
    // Every letter is typed into the line, those of the other keys as well.
    case .line: return [("⏎", "answer"), ("esc", "stop typing")]
    case .key: answer = []
    case .byHand: answer = [("←→", "step"), (":", "command"), ("?", "keys")]
    }
    let hint = question.hint == nil || play.outcome.showsHint ? [] : [("H", "hint")]
    let way = ("n", question.isAttempt ? "show how" : "show the answer")
    return answer + hint + [way, back] + rest
  }
}
