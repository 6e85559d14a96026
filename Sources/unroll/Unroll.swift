import ArgumentParser

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
      Explore.self, PrintFrame.self, Summary.self, PrintTrace.self, Evaluate.self,
    ],
    defaultSubcommand: Explore.self)
}
