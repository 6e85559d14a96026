import Phrases
import Screen
import Tutor
import Vocabulary

/// The tutor as a conversation: it prints what the screen would show, then answers each line that it
/// reads with the screen after the commands in it. It needs no terminal.
struct PlainLoop {
  private(set) var session: Session

  init(session: Session) { self.session = session }

  /// Prints, and where it `readsCommands` goes on until the end of input or `quit`.
  mutating func run(readsCommands: Bool) throws {
    session.completeStep()
    try Output.print(PlainText(session.state).text)
    guard readsCommands else { return }
    var lines = InputLines()
    while let next = lines.next() {
      guard case .text(let line) = next else {
        try Output.print("\n" + SpeechPhrases.lineTooLong)
        continue
      }
      guard line.contains(where: { !$0.isWhitespace }) else { continue }
      let commands: [Command]
      do { commands = try Command.list(parsing: line) } catch {
        try Output.print("\n\(error)")
        continue
      }
      for command in commands {
        guard session.perform(command) else { return }
        // What comes after a refusal was meant for another state.
        if session.state.isRefused { break }
      }
      session.completeStep()
      try Output.print("\n" + PlainText(session.state).text)
    }
  }
}
