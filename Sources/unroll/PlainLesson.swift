import Foundation
import Lessons
import ModelFiles
import Screen
import Tutor
import Vocabulary
import Wording

/// A lesson as a text, for pipes and screen readers. Where lines come in, each goes on (an empty
/// one), answers, or is a command; where none do, the whole lesson is read out with its answers. In
/// a terminal the end of input ends it, as quit does.
struct PlainLesson {
  var session: Session
  /// Whether what one can type at a question is still to be told.
  private var tellsWhatToType = Self.mayHaveLines

  init(session: Session) { self.session = session }

  /// What a line leads to.
  private enum Outcome {
    /// The step as it is now is printed.
    case step
    /// Something else is printed, and the step stays.
    case remark(String)
    case end
  }

  consuming func run() throws {
    var isInteractive = true
    session.keepsProgress = true
    session.completeStep()
    try say()
    while let play = session.state.lesson {
      if play.isAtEnd { return }
      let line = isInteractive ? readLine() : nil
      if line == nil {
        // Who ends the input by hand wants to leave, not to be told the answers.
        if isatty(STDIN_FILENO) == 1 { return }
        // What is only read out was not learnt.
        isInteractive = false
        tellsWhatToType = false
        session.keepsProgress = false
      }
      switch answer(line?.trimmingCharacters(in: .whitespaces) ?? "", play) {
      case .step:
        session.completeStep()
        try say()
      case .remark(let text): try Output.print(text + "\n")
      case .end: return
      }
    }
  }

  /// Carries a line out.
  private mutating func answer(_ text: String, _ play: LessonPlay) -> Outcome {
    if text.isEmpty { return perform([.next]) }
    if session.state.isAnswer(text) { return perform([.answer(text)]) }
    if text == "n" { return perform([.next]) }
    let error: CommandError
    do { return perform(try Command.list(parsing: text)) } catch let refusal { error = refusal }
    if let question = play.openQuestion {
      if case .attempt = question.kind {} else { return perform([.answer(text)]) }
    }
    if case .badArguments = error { return .remark(Cleaning.text("\(error)")) }
    return .remark(Cleaning.text(LessonSpeech.unknown(excerpt(text), play)))
  }

  private mutating func perform(_ commands: [Command]) -> Outcome {
    for command in commands {
      guard session.perform(command) else { return .end }
      // What comes after a refusal was meant for another state.
      if session.state.isRefused {
        return .remark(Cleaning.text(session.state.message ?? "refused"))
      }
      if let list = session.state.lessonList {
        // It is printed and not laid over anything.
        _ = session.perform(.lessons)
        return .remark(ListLessons.text(of: list) + "\nlesson 3 opens the third.")
      }
    }
    return .step
  }

  private mutating func say() throws {
    var text = LessonSpeech(session.state).text
    if tellsWhatToType, let question = session.state.lesson?.openQuestion {
      tellsWhatToType = false
      text += "\n" + LessonSpeech.takes(question)
    }
    try Output.print(text + "\n")
  }

  /// Whether anyone may type or write lines, as far as that can be told before the first one.
  private static var mayHaveLines: Bool {
    if isatty(STDIN_FILENO) == 1 { return true }
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return lseek(STDIN_FILENO, 0, SEEK_CUR) < status.st_size
    case S_IFIFO, S_IFSOCK:
      // A pipe that is empty and has a writer may get lines; one that nobody writes to is at its end.
      var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      return poll(&waiting, 1, 0) == 0 || waiting.revents & Int16(POLLIN) != 0
    default: return false
    }
  }
}
