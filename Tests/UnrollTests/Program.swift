import Foundation

/// The program as it was built, and the sources it was built from.
enum Program {
  /// The built binary: it stands beside the tests.
  static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    .appending(path: "unroll").path()

  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// A file of the sources by its path from the root.
  static func source(_ path: String) -> String { root.appending(path: path).path() }

  /// Runs the program to its end, without a terminal.
  static func run(
    _ arguments: String..., environment: [String: String] = [:], without: [String] = []
  ) throws -> Outcome {
    var variables = Child.environment.merging(environment) { _, new in new }
    for name in without { variables[name] = nil }
    return try Child.run([path] + arguments, environment: variables)
  }

  /// Runs the program with what comes to it through a pipe.
  static func run(_ arguments: [String], input: String = "") throws -> Outcome {
    try Child.run(["sh", "-c", "printf %s \"$0\" | \"$@\"", input, path] + arguments)
  }

  /// Runs the program where it gets no more than so many megabytes of address space.
  static func run(withinMegabytes most: Int, _ arguments: String...) throws -> Outcome {
    let line = "ulimit -v \(most * 1024); exec \"$@\""
    return try Child.run(["sh", "-c", line, "sh", path] + arguments)
  }
}

/// A word that a shell takes as it stands.
func quoted(_ word: String) -> String {
  "'" + word.replacing("'", with: "'\\''") + "'"
}
