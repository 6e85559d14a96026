import ArgumentParser
import Foundation
import Lessons
import ModelFiles
import Tutor

/// `unroll check`: whether lessons are right.
struct CheckLessons: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compute every answer, check and number of lessons, and print all that is wrong.",
    discussion: """
      Each lesson is read, every step carried out, every answer compared with the engine, and every \
      step drawn at 80×24 and 60×18. The exit status is 1 where anything is wrong.
      """)

  @Argument(
    help: ArgumentHelp(
      "Lesson files or folders of them; without any, the lessons that ship.", valueName: "path"))
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("Where lessons/ is, if not found from the program.", valueName: "folder"))
  var lessons: String?

  func run() throws {
    let library = ModelLibrary(explicit: lessons)
    let source = LessonSource(library: library)
    var files: [String] = []
    for path in paths.isEmpty ? [try library.lessons()] : paths {
      files += try LessonSource.files(inFolder: path) ?? [path]
    }
    var count = 0
    for file in files {
      let faults = Self.faults(file, source)
      count += faults.count
      for fault in faults { Output.note(fault.report) }
    }
    let lessons = files.count == 1 ? "1 lesson" : "\(files.count) lessons"
    guard count > 0 else { return try Output.print("\(lessons), nothing wrong") }
    throw Failure("\(lessons), \(count) \(count == 1 ? "fault" : "faults")")
  }

  static func faults(_ file: String, _ source: LessonSource) -> [LessonFault] {
    do {
      let lesson = try LessonReader.read(file)
      let text = (try? Document.text(of: file)) ?? ""
      let model: LoadedModel
      do { model = try source.model(of: lesson) } catch let error as ModelFileError {
        return [LessonFault(error, loadingModelOf: lesson, in: text)]
      }
      return LessonCheck.faults(of: lesson, on: model, text: text)
    } catch let error as LessonFaults {
      return error.faults
    } catch {
      let problem: LessonFault.Problem =
        (error as? ModelFileError).map { .model($0) } ?? .gap("\(error)")
      return [LessonFault(Place(file), problem)]
    }
  }
}
