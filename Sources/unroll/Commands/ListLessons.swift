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
    try Output.print(Self.text(of: try source.list((try? progress.get()) ?? [:])))
    if case .failure(let failure) = progress { Output.note("\(failure)") }
  }

  /// A line for each lesson.
  static func text(of list: LessonList) -> String {
    let width = list.entries.map(\.title.count).max() ?? 0
    let lines = list.entries.map { entry in
      let number = entry.name.prefix { $0.isNumber }
      let minutes = entry.minutes.map(LessonPhrases.minutes) ?? ""
      return "\(padded(String(number), to: 3)) \(padded(entry.title, to: width))  "
        + "\(padded(minutes, to: 6))  \(entry.status)"
    }
    return lines.isEmpty ? ProgramPhrases.noLessons : lines.joined(separator: "\n")
  }
}
