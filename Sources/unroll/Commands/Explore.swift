import ArgumentParser
import Foundation
import ModelFiles
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

  /// Opens the tutor on a model with no option given: there is nothing to parse then, and the parser would take
  /// a fifth of the time to the first screen.
  static func open(_ name: String) throws {
    let library = ModelLibrary(explicit: nil)
    let model = try library.load(name)
    model.notes.forEach { Output.note("\($0)") }
    try TutorInTerminal(session: Session(model, observation: nil, library: library)).run()
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
    var tutor = TutorInTerminal(session: session, flags: looks.flags)
    tutor.isStill = still || opening.commands != nil
    tutor.copiesToTerminal = osc52
    tutor.saved = saved
    tutor.follower = followed?.follower
    try tutor.run()
  }
}
