import Foundation
import Phrases
import Screen
import Tutor
import Vocabulary

/// The tutor as a conversation: it prints what the screen would show, then answers each line that it
/// reads with the screen after the commands in it. It needs no terminal.
struct PlainLoop {
  private(set) var session: Session
  /// What reads the model again whenever a training writes it.
  private var follower: ModelFollower?
  private var lines = InputLines()

  init(session: Session, follower: ModelFollower? = nil) {
    self.session = session
    self.follower = follower
  }

  /// Prints, and where it `readsCommands` goes on until the end of input or `quit`. Where a model is
  /// followed it prints a line for each version, until `quit` or a signal.
  mutating func run(readsCommands: Bool) throws {
    session.completeStep()
    try Output.print(PlainText(session.state).text)
    if follower != nil { return try follow(readsCommands: readsCommands) }
    guard readsCommands else { return }
    while let line = lines.next() {
      guard try answer(line) else { return }
    }
  }

  /// Answers lines as they come, and between them tells of versions. The end of lines that nobody types
  /// ends nothing: whoever reads what is printed goes on.
  private mutating func follow(readsCommands: Bool) throws {
    let clock = ContinuousClock()
    while let wait = follower?.wait {
      if readsCommands, !lines.hasEnded {
        if lines.come(within: wait) {
          if let line = lines.next() {
            guard try answer(line) else { return }
          } else if lines.areTyped {
            return
          }
        }
      } else {
        usleep(UInt32(wait / .microseconds(1)))
      }
      guard let news = follower?.look(at: clock.now) else { continue }
      session.take(news)
      if let message = session.state.message { try Output.print(message) }
    }
  }

  /// Carries a line out and prints where it led; false once the program is to end.
  private mutating func answer(_ line: InputLines.Line) throws -> Bool {
    guard case .text(let line) = line else {
      try Output.print("\n" + SpeechPhrases.lineTooLong)
      return true
    }
    guard line.contains(where: { !$0.isWhitespace }) else { return true }
    let commands: [Command]
    do { commands = try Command.list(parsing: line) } catch {
      try Output.print("\n\(error)")
      return true
    }
    for command in commands {
      guard session.perform(command) else { return false }
      // What comes after a refusal was meant for another state.
      if session.state.isRefused { break }
    }
    session.completeStep()
    try Output.print("\n" + PlainText(session.state).text)
    return true
  }
}
