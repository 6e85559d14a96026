import Lessons
import Phrases
import Screen
import Tutor
import Vocabulary

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
    // While an answer is typed every letter is a part of it, those of the other keys as well.
    if play.isTyping, case .line = play.openQuestion?.kind.entry {
      return [("⏎", LessonKeyPhrases.answer), ("esc", LessonKeyPhrases.stopTyping)]
    }
    if play.isTyping { return [("⏎", LessonKeyPhrases.answer), ("esc", LessonKeyPhrases.clear)] }
    let back = ("p", LessonKeyPhrases.back)
    let time = ("←→", LessonKeyPhrases.time)
    let rest = [time, ("L", LessonKeyPhrases.lessons), ("q", LessonKeyPhrases.quit)]
    if play.isStray(state) { return [("n", LessonKeyPhrases.backToTheStep)] + rest }
    guard let question = play.openQuestion else {
      if play.isAtEnd, play.isLast { return [back] + rest }
      return [("n", play.isAtEnd ? LessonKeyPhrases.nextLesson : LessonKeyPhrases.next), back]
        + rest
    }
    let answer: [(String, String)]
    switch question.kind.entry {
    case _ where play.isCounting:
      answer = [
        ("1–\(play.votes?.counts.count ?? 0)", LessonKeyPhrases.vote),
        ("v", LessonKeyPhrases.endTheCount),
      ]
    case .options(let options, let letters):
      answer =
        [("1–\(options.count)", LessonKeyPhrases.answer)]
        + (letters.isEmpty
          ? [] : [(letters.map(String.init).joined(separator: " "), LessonKeyPhrases.typeIt)])
    case .typed: answer = [(LessonKeyPhrases.lettersAndDigits, LessonKeyPhrases.answer)]
    case .line: answer = [("⏎", LessonKeyPhrases.edit)]
    case .key: answer = []
    case .byHand:
      return byHand(question, state, play) + rest
    }
    let hint =
      question.hint == nil || play.outcome.showsHint ? [] : [("H", LessonKeyPhrases.hint)]
    return answer + hint + [("n", LessonKeyPhrases.showTheAnswer), back] + rest
  }

  /// The keys while something is to be done by hand. Where a command is asked for, its first letter
  /// begins it.
  private static func byHand(
    _ question: Question, _ state: Explorer, _ play: LessonPlay
  ) -> [(String, String)] {
    let names = question.namesToType
    let isPTaken = names.contains { $0.hasPrefix("p") }
    let way =
      play.isWandering(state)
      ? LessonKeyPhrases.backToTheStep
      : play.isOffering(in: state) ? LessonKeyPhrases.showHow : LessonKeyPhrases.help
    let hint =
      question.hint == nil || play.outcome.showsHint ? [] : [("H", LessonKeyPhrases.hint)]
    return [(([":"] + names).joined(separator: " "), LessonKeyPhrases.command)] + hint
      + [
        ("n", way), (isPTaken ? ":\(Command.previous)" : "p", LessonKeyPhrases.back),
        ("?", LessonKeyPhrases.keys),
      ]
  }
}
