import ArgumentParser
import Lessons

/// `unroll schema`: the form of lesson files, for editors.
struct PrintSchema: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON schema of lesson files, for editors that know YAML.")

  func run() throws { try Output.print(try LessonSchema.text()) }
}
