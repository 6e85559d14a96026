import ArgumentParser
import Foundation
import Terminal
import Vocabulary

/// `unroll`: the tutor in the terminal.
struct Explore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Open the tutor in the terminal. This is what unroll does without a subcommand.")

  @OptionGroup var model: ModelOptions
  @OptionGroup var opening: OpeningOptions
  @OptionGroup var looks: LookOptions

  @Flag(help: "Let y ask the terminal to take what is copied into its clipboard (OSC 52).")
  var osc52 = false

  @Flag(
    help: """
      Print what the screen shows in lines of words, for screen readers and pipes. Without --do it \
      then reads a command from each line of standard input and answers it.
      """)
  var plain = false

  func run() throws {
    let commands = try opening.parsed()
    let library = model.library()
    var session = try Session(
      try model.load(from: library), observation: opening.observation, library: library,
      seed: model.seed, clipboard: Clipboard(asksTerminal: osc52))
    guard try session.run(commands) else { return }
    if plain {
      try PlainLoop(session: session).run(readsCommands: opening.commands == nil)
      return
    }
    let terminal = try Terminal(
      environment: ProcessInfo.processInfo.environment, flags: looks.flags)
    session.show(on: terminal.look)
    session.keepsProgress = true
    session.offerFirstLesson()
    let end = EventLoop(terminal: terminal, session: session).run()
    terminal.leave()
    if case .signal(let signal) = end { Terminal.raiseAgain(signal) }
    if end != .quit { throw ExitCode.failure }
  }
}
