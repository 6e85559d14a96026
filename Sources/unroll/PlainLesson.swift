import Foundation
import Lessons
import Screen
import Tutor
import Vocabulary

/// A lesson as a text, for pipes and screen readers. Where lines come in, each goes on (an empty
/// one), answers, or is a command; where none do, the whole lesson is read out with its answers.
struct PlainLesson {
  var session: Session

  consuming func run() throws {
    var isInteractive = true
    session.keepsProgress = true
    session.completeStep()
    try say()
    while let play = session.state.lesson {
      if play.isAtEnd { return }
      let line = isInteractive ? readLine() : nil
      if line == nil {
        // What is only read out was not learnt.
        isInteractive = false
        session.keepsProgress = false
      }
      let text = line?.trimmingCharacters(in: .whitespaces) ?? ""
      guard try answer(text, play) else { return }
      session.completeStep()
      try say()
    }
  }

  /// Carries a line out; false where it ends the program.
  private mutating func answer(_ text: String, _ play: LessonPlay) throws -> Bool {
    if text.isEmpty || text == "n" || text == "next" { return session.perform(.next) }
    if let commands = try? Command.list(parsing: text) {
      for command in commands {
        guard session.perform(command) else { return false }
      }
      return true
    }
    return session.perform(play.openQuestion == nil ? .next : .answer(text))
  }

  private mutating func say() throws {
    try Output.print(LessonSpeech(session.state).text + "\n")
  }
}
