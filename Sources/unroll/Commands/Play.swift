import ArgumentParser
import Foundation
import LessonPlayer
import Lessons
import ModelFiles
import Phrases
import Screen
import Terminal
import Tutor

/// `unroll play`: a lesson, on the screen, as text, or as a transcript.
struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "play",
    abstract: "Play a lesson, or a folder of lessons one after another.",
    discussion: """
      A lesson that is given as a file or a folder is read again whenever the file changes, and stays \
      at its step.
      """)

  @Argument(
    help: ArgumentHelp(
      "A lesson by number, name or file, or a folder of them. (default: 1)", valueName: "lesson"),
    transform: named)
  var lesson: String = "1"

  @Option(
    help: ArgumentHelp("Where lessons/ is, if not found from the program.", valueName: "folder"),
    transform: named)
  var lessons: String?

  @Option(
    help: ArgumentHelp(
      "Begin at this step, counted from 1; of a folder, in its first lesson.", valueName: "step"))
  var from: Int?

  @OptionGroup var pace: PaceOptions

  @Option(
    help: ArgumentHelp(
      "Write the speaker's notes of each step, the answer and the next step to a file, or to the "
        + "terminal or pipe in which they are read: /dev/pts/3.",
      valueName: "file"), transform: named)
  var notes: String?

  @Flag(
    help: "Print the lesson as text: a line on standard input goes on, answers or is a command.")
  var plain = false

  @Flag(help: "Print every step's screen as text, the same on every machine.")
  var transcript = false

  @OptionGroup var reach: ReachOptions
  @OptionGroup var looks: LookOptions

  func validate() throws {
    guard plain || transcript else { return }
    let onScreen = [
      "--auto": pace.auto, "--repeat": pace.repeats, "--speed": pace.speed != 1,
      "--notes": notes != nil,
    ]
    if let option = onScreen.filter(\.value).keys.min() {
      throw ValidationError(
        ProgramPhrases.needsTheScreen(option, without: plain ? "--plain" : "--transcript"))
    }
  }

  func run() throws {
    let library = ModelLibrary(explicit: lessons)
    let source = LessonSource(library: library, allowsFiles: reach.allowFiles)
    let folder = try source.files(inFolder: lesson)
    let files = folder ?? [lesson]
    // A course is not to stop in the middle for a fault that can be told now.
    for file in folder ?? [] {
      _ = try LessonReader.read(
        file, reach: source.reach(ofLesson: file), checksModel: ModelFile.check)
    }
    if transcript {
      for (index, file) in files.enumerated() {
        let (lesson, model) = try source.load(file)
        let first = index == 0 ? from ?? 1 : 1
        try check(first, in: lesson)
        try Output.write(Data(try Transcript.text(of: lesson, on: model, from: first).utf8))
      }
      return
    }
    let watch = FileWatch(files[0])
    let (lesson, model) = try source.load(files[0])
    if let from { try check(from, in: lesson) }
    var session = try Session(
      model, observation: nil, library: library, allowsFiles: reach.allowFiles)
    // What is read out into a file or from a script begins where it always does.
    let isScript = plain && isatty(STDIN_FILENO) == 0
    let beginsAnew = from != nil || pace.auto || pace.repeats || isScript
    session.play(lesson, on: model, resumes: !beginsAnew)
    if let from { session.go(toStep: from) }
    if folder != nil || pace.repeats {
      session.course = Course(
        files: folder ?? [lesson.file], repeats: pace.repeats,
        beginsAnew: pace.auto || pace.repeats)
    }
    session.progress.isScript = isScript
    if plain { return try PlainLesson(session: session).run() }
    let notes = try notes.map { try NotesWriter($0, lessons: folder ?? [lesson.file]) }
    let terminal = try openTerminal()
    session.show(on: terminal.look)
    session.pictures = ScreenFiles(look: terminal.look)
    // What a film answers is not what somebody knew.
    session.progress.isOn = !pace.auto && !pace.repeats
    var loop = EventLoop(terminal: terminal, session: session)
    loop.playback = Playback(
      mode: pace.auto ? .byItself : .byKeys, pace: pace.pace, speed: pace.speed,
      resumes: pace.auto && pace.repeats)
    loop.notes = notes
    if folder != nil || lesson.file == self.lesson { loop.watch = watch }
    let end = loop.run()
    terminal.leave()
    try end.finish()
  }

  /// - Throws: a sentence that names what reads a lesson without a screen.
  private func openTerminal() throws -> Terminal {
    do throws(TerminalError) {
      return try Terminal(
        environment: ProcessInfo.processInfo.environment, flags: looks.flags)
    } catch {
      throw Failure(
        error.sentence(
          instead: ["unroll play --plain", "unroll play --transcript"],
          print: ProgramPhrases.printTheLesson))
    }
  }

  /// - Throws: a usage error where a lesson has no such step.
  private func check(_ step: Int, in lesson: Lesson) throws {
    let count = lesson.shownSteps.count
    guard (1...max(1, count)).contains(step) else {
      throw ValidationError(
        ProgramPhrases.step("--from", to: count, in: lesson.title, found: step))
    }
  }
}
