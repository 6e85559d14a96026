import ArgumentParser
import Foundation
import Phrases
import Terminal
import Vocabulary

/// `unroll`: the tutor in the terminal.
struct Explore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract: "Open the tutor in the terminal. This is what unroll does without a subcommand.",
    usage: "unroll [<model>] [--input <file>] [<options>]")

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

  @Flag(help: "Let nothing move until a key is pressed; UNROLL_STILL=1 does the same.")
  var still = false

  @Flag(
    help: """
      Read the model again whenever a training beside it writes its file, and keep every version: \
      < and > go back through them. A file that is not there yet is waited for. With --plain a line \
      is printed for each version.
      """)
  var follow = false

  @Option(
    help: ArgumentHelp(
      "Write what you did as the draft of a lesson when the program ends; mark NAME begins a step.",
      valueName: "file"), transform: named)
  var saveSession: String?

  /// Whether the observation is not to be read by itself at the first start.
  private var isStill: Bool {
    still || opening.commands != nil
      || ProcessInfo.processInfo.environment["UNROLL_STILL"]?.isEmpty == false
  }

  func run() throws {
    let commands = try opening.parsed()
    let library = model.library()
    let followed = follow ? try FollowedModel(model, from: library) : nil
    let loaded = try followed?.model ?? model.load(from: library)
    let saved = try saveSession.map {
      try SavedSession($0, model: model, library: library, name: loaded.name)
    }
    var session = try Session(
      loaded, observation: opening.observation, library: library,
      seed: model.seed)
    if saved != nil { session.beginJournal() }
    if follow { session.follow() }
    session.pictures = looks.pictures
    guard try session.run(commands) else {
      try saved?.write(session)
      return
    }
    if plain {
      var loop = PlainLoop(session: session, follower: followed?.follower)
      try loop.run(readsCommands: opening.commands == nil)
      try saved?.write(loop.session)
      return
    }
    if model.readsStandardInput { StandardInput.isKeyboardAgain() }
    let terminal = try Terminal(
      environment: ProcessInfo.processInfo.environment, flags: looks.flags)
    session.show(on: terminal.look)
    session.pictures = ScreenFiles(look: terminal.look)
    session.progress.isOn = true
    session.welcome(isStill: isStill)
    var loop = EventLoop(terminal: terminal, session: session)
    loop.copiesToTerminal = osc52
    loop.follower = followed?.follower
    let end = loop.run()
    terminal.leave()
    do { try saved?.write(loop.session) } catch {
      // A signal still ends the program as a signal does.
      guard case .signal = end else { throw error }
      Output.note(ProgramPhrases.error("\(error)"))
    }
    if case .signal(let signal) = end { Terminal.raiseAgain(signal) }
    if end != .quit { throw ExitCode.failure }
  }
}
