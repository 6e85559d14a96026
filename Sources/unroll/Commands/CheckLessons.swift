import ArgumentParser
import Documents
import Foundation
import LessonCheck
import Lessons
import ModelFiles
import Phrases
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
      "Lessons by number, name or file, or folders of them; without any, the lessons that ship.",
      valueName: "lesson"), transform: named)
  var paths: [String] = []

  @Option(
    help: ArgumentHelp("Where lessons/ is, if not found from the program.", valueName: "folder"),
    transform: named)
  var lessons: String?

  @OptionGroup var reach: ReachOptions

  func run() throws {
    let library = ModelLibrary(explicit: lessons)
    let source = LessonSource(library: library, allowsFiles: reach.allowFiles)
    var (read, count) = (0, 0)
    for path in paths.isEmpty ? [try library.lessons()] : paths {
      var faults: [LessonFault] = []
      do {
        for file in try source.files(path) {
          read += 1
          faults += Self.faults(file, source)
        }
      } catch { faults.append(Self.fault(error, path)) }
      count += faults.count
      for fault in faults { Output.note(fault.report) }
    }
    guard count > 0 else { return try Output.print(ProgramPhrases.nothingWrong(lessons: read)) }
    throw Failure(ProgramPhrases.wrong(lessons: read, faults: count))
  }

  static func faults(_ file: String, _ source: LessonSource) -> [LessonFault] {
    do {
      // Once: what comes through a pipe is gone then.
      let text = try Document.text(of: file)
      let (beginning, faults) = LessonReader.beginning(
        of: text, file, reach: source.reach(ofLesson: file), checksModel: ModelFile.check)
      guard let lesson = beginning else { return faults }
      let model: LoadedModel
      do { model = try source.model(of: lesson) } catch {
        return faults + [LessonFault(error, loadingModelOf: lesson, in: text)]
      }
      // What is written and what the engine says, as they come in the file.
      return (faults + LessonCheck.faults(of: lesson, on: model, text: text))
        .sorted {
          ($0.place.line ?? 0, $0.place.column ?? 0) < ($1.place.line ?? 0, $1.place.column ?? 0)
        }
    } catch {
      return [fault(error, file)]
    }
  }

  /// What kept a lesson from being read at all.
  private static func fault(_ error: any Error, _ path: String) -> LessonFault {
    guard let error = error as? FileError else {
      return LessonFault(Place(path), .gap("\(error)"))
    }
    return LessonFault(error)
  }
}
