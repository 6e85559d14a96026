import ArgumentParser
import Engine
import ModelFiles
import Phrases

/// The program: without a subcommand it opens the tutor.
@main
struct Unroll: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unroll",
    abstract: "See what an LSTM layer puts out, one timestep at a time.",
    discussion: """
      Without a subcommand it opens the tutor in the terminal. The other subcommands print what the \
      screen shows, for pipes and files.
      """,
    version: "0.1.0",
    subcommands: [
      Explore.self, Play.self, ListLessons.self, CheckLessons.self, RecordLesson.self,
      PrintSchema.self, PrintFrame.self, Summary.self, PrintTrace.self, Evaluate.self,
      Describe.self, Train.self,
    ],
    defaultSubcommand: Explore.self)

  /// Runs the program. Help and errors are printed here: what errors quote may hold anything, and
  /// what cannot be printed is an error.
  static func main() {
    do {
      let arguments = Array(CommandLine.arguments.dropFirst())
      if let model = modelAlone(in: arguments) { return try Explore.open(model) }
      var command = try command(of: arguments)
      try command.run()
    } catch {
      let error = (error as? EngineError).map { Failure($0.sentence) } ?? error
      let code = exitCode(for: error)
      let message = fullMessage(for: error)
      // Help and version are no errors, and go to standard output.
      if code.isSuccess {
        do { try Output.print(message) } catch {
          Output.note(ProgramPhrases.error("\(error)"))
          exit(withError: ExitCode.failure)
        }
      } else if !message.isEmpty {
        Output.note(message)
      }
      exit(withError: code)
    }
  }

  /// The model to open where the arguments say nothing else, the usual one where there are none; nil where
  /// something is to be parsed.
  private static func modelAlone(in arguments: [String]) -> String? {
    guard let name = arguments.first else { return ModelLibrary.usual }
    let isAlone = arguments.count == 1 && !name.isEmpty && !name.hasPrefix("-")
    return isAlone && !namesSubcommand(arguments) ? name : nil
  }

  private static func namesSubcommand(_ arguments: [String]) -> Bool {
    let names = configuration.subcommands.map { $0.configuration.commandName }
    return arguments.contains { $0 == "help" || names.contains($0) }
  }

  /// What the arguments ask for. Most starts open the tutor, and a subcommand by default is looked through
  /// three times by the parser, which a learner would wait for: so the tutor's own arguments are tried first.
  /// What is not understood as theirs is read as a whole, and refused in the words of the whole.
  private static func command(of arguments: [String]) throws -> any ParsableCommand {
    guard !namesSubcommand(arguments), let command = try? Explore.parseAsRoot(arguments),
      command is Explore
    else {
      return try parseAsRoot(arguments)
    }
    return command
  }
}
