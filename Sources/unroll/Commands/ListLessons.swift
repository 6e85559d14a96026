import ArgumentParser
import LessonPlayer
import ModelFiles
import Phrases
import Tutor

/// `unroll lessons`: what there is to learn, and how far one is.
struct ListLessons: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lessons",
    abstract: "List the lessons: title, minutes, and how far you are.")

  @Option(
    help: ArgumentHelp("Where lessons/ is, if not found from the program.", valueName: "folder"),
    transform: named)
  var lessons: String?

  func run() throws {
    let source = LessonSource(library: ModelLibrary(explicit: lessons))
    let progress = Result { () throws(Failure) in try LessonProgress().read() }
    try Output.print(
      try source.list((try? progress.get()) ?? [:]).lines.joined(separator: "\n"))
    if case .failure(let failure) = progress { Output.note("\(failure)") }
  }
}
