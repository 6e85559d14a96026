import Foundation
import Phrases
import Screen
import Terminal

/// The tutor in the terminal, from its first screen until it is left.
struct TutorInTerminal {
  var session: Session
  var flags = LookFlags()
  /// Whether the observation is not to be read by itself at the first start; UNROLL_STILL says so as well.
  var isStill = false
  /// Whether the terminal is asked to take what is copied into its clipboard.
  var copiesToTerminal = false
  /// Where what was done is written to in the end.
  var saved: SavedSession?
  /// What reads the model again whenever a training writes it.
  var follower: ModelFollower?

  /// - Throws: what was in the way of the terminal or of the saved session; the exit code where a
  ///   signal or a lost terminal ended it.
  func run() throws {
    let environment = ProcessInfo.processInfo.environment
    let terminal = try Terminal(environment: environment, flags: flags)
    var session = session
    session.show(on: terminal.look)
    session.pictures = ScreenFiles(look: terminal.look)
    session.progress.isOn = true
    session.welcome(isStill: isStill || environment["UNROLL_STILL"]?.isEmpty == false)
    var loop = EventLoop(terminal: terminal, session: session)
    loop.copiesToTerminal = copiesToTerminal
    loop.follower = follower
    let end = loop.run()
    terminal.leave()
    do { try saved?.write(loop.session) } catch {
      // A signal still ends the program as a signal does.
      guard case .signal = end else { throw error }
      Output.note(ProgramPhrases.error("\(error)"))
    }
    try end.finish()
  }
}
