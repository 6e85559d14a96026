import Lessons
import Phrases
import Screen
import Tutor

/// What the one who teaches sees in a second window: the notes of the step, the answer before it is
/// shown, the mistake behind each wrong one, and how the next step begins.
package struct SpeakerNotes {
  package static let width = 72

  package let text: String

  /// Nil without a lesson.
  package init?(_ state: State) {
    var state = state
    // They are written with every picture, and none is to wait for a training.
    if !state.explorer.isTraining { state.completeStep() }
    guard let play = state.lesson else { return nil }
    let lesson = play.lesson
    let moment = state.explorer.moment
    guard let step = play.step else {
      let notes = lesson.notes(atStep: play.index).map {
        "\n\n" + Self.block(NotesPhrases.notes, $0)
      }
      let end = NotesPhrases.end(after: play.shownSteps.count)
      text = "\(lesson.title)\n\(end)\(notes.joined())\n"
      return
    }
    let place = NotesPhrases.step(play.number, of: play.shownSteps.count)
    var blocks = ["\(lesson.title)\n\(place)"]
    if play.number == 1, let notes = lesson.notes {
      blocks.append(Self.block(NotesPhrases.lesson, notes))
    }
    let notes = lesson.notes(atStep: play.index)
    if !notes.isEmpty { blocks.append(Self.block(NotesPhrases.notes, notes)) }
    if let question = step.question {
      blocks.append(Self.block(NotesPhrases.asked, question.prompt.plain(moment)))
      blocks.append(Self.block(NotesPhrases.answer, question.answer))
      if let because = question.because {
        blocks.append(Self.block(NotesPhrases.because, because.plain(moment)))
      }
      if !question.wrong.isEmpty {
        blocks.append(
          Self.block(NotesPhrases.wrong, question.wrong.map { Self.mistake($0, moment) }))
      }
    }
    blocks.append(Self.block(NotesPhrases.next, Self.next(after: play, state)))
    text = blocks.joined(separator: "\n\n") + "\n"
  }

  /// Whether a file that has these lines was written as notes: below a title it names a step or the
  /// end.
  package static func stand(in lines: [Substring]) -> Bool {
    lines.count > 1 && NotesPhrases.isPlace(lines[1])
  }

  /// A wrong answer and the idea behind it, or what it is told where none is named.
  private static func mistake(_ wrong: WrongAnswer, _ moment: Moment) -> String {
    "\(wrong.answer): \(wrong.idea ?? wrong.sentence.plain(moment))"
  }

  /// The first words of the next step, with the values that it will find.
  private static func next(after play: LessonPlay, _ state: State) -> String {
    guard let index = play.shownSteps.first(where: { $0 > play.index }) else {
      return NotesPhrases.endOfTheLesson
    }
    var ahead = play
    var explorer = state.explorer
    ahead.go(toPlace: index, in: &explorer)
    let moment = explorer.moment
    switch ahead.step?.content {
    case .text(let text): return begin(of: text.plain(moment))
    case .question(let question): return begin(of: NotesPhrases.asks(question.prompt.plain(moment)))
    case .silent, nil: return ""
    }
  }

  /// As many words as stand on one line.
  private static func begin(of text: String) -> String {
    let lines = wrapped(text, width: width - 4)
    return lines.count > 1 ? lines[0].text + " …" : text
  }

  private static func block(_ title: String, _ text: String) -> String { block(title, [text]) }

  /// A title and texts below it. Of several each begins further left than it goes on.
  private static func block(_ title: String, _ texts: [String]) -> String {
    let lines = texts.flatMap { wrapped($0, width: width - 2, indent: texts.count > 1 ? 2 : 0) }
      .map { String(repeating: " ", count: 2 + $0.indent) + $0.text }
    return ([title] + lines).joined(separator: "\n")
  }

  private static func wrapped(_ text: String, width: Int, indent: Int = 0) -> [StyledLine] {
    StyledLine.wrapped([.init(text: text, style: Style())], width: width, indent: indent)
  }
}
