import ArgumentParser
import Foundation
import Lessons
import ModelFiles
import Screen
import Terminal
import Tutor

/// `unroll play`: a lesson, on the screen, as text, or as a transcript.
struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play a lesson.")

  @Argument(
    help: ArgumentHelp(
      "A lesson by number, name or file, or a folder of them.", valueName: "lesson"))
  var lesson: String = "1"

  @Option(
    help: ArgumentHelp("Where lessons/ is, if not found from the program.", valueName: "folder"))
  var lessons: String?

  @Option(help: ArgumentHelp("Begin at this step, counted from 1.", valueName: "step"))
  var from: Int?

  @Flag(
    help: "Print the lesson as text: a line on standard input goes on, answers or is a command.")
  var plain = false

  @Flag(help: "Print every step's screen as text, the same on every machine.")
  var transcript = false

  @OptionGroup var looks: LookOptions

  func run() throws {
    let library = ModelLibrary(explicit: lessons)
    let source = LessonSource(library: library)
    let files = try files(source)
    if transcript {
      for file in files {
        let (lesson, model) = try source.load(file)
        try Output.write(Data(try Transcript.text(of: lesson, on: model).utf8))
      }
      return
    }
    let (lesson, model) = try source.load(files[0])
    var session = try Session(model, observation: nil, library: library, seed: 0)
    session.play(lesson, on: model)
    if let from { session.go(toStep: from) }
    if plain { return try PlainLesson(session: session).run() }
    let terminal = try Terminal(
      environment: ProcessInfo.processInfo.environment, flags: looks.flags)
    session.show(on: terminal.look)
    session.keepsProgress = true
    let end = EventLoop(terminal: terminal, session: session).run()
    terminal.leave()
    if case .signal(let signal) = end { Terminal.raiseAgain(signal) }
    if end != .quit { throw ExitCode.failure }
  }

  /// The lesson, or those of a folder.
  private func files(_ source: LessonSource) throws -> [String] {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: lesson, isDirectory: &isFolder), isFolder.boolValue {
      let files = LessonShelf(folder: lesson).files
      guard !files.isEmpty else {
        throw Failure("\(lesson): the folder holds no lesson, no .yaml file")
      }
      return files
    }
    return [lesson]
  }
}
