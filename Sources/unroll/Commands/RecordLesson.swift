import ArgumentParser
import Foundation
import LessonPlayer
import ModelFiles
import Phrases
import Screen
import Tutor

/// `unroll record`: a lesson that plays itself, as an asciicast.
struct RecordLesson: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record",
    abstract: "Write a lesson that plays by itself as an asciicast, with a marker for each step.",
    discussion: """
      No terminal is needed and nothing is waited for. The same lesson gives the same file on every \
      machine. asciinema plays it: asciinema play FILE
      """)

  @Argument(
    help: ArgumentHelp("A lesson by number, name or file.", valueName: "lesson"), transform: named)
  var lesson: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; - is standard output.", valueName: "file"))
  var output = "-"

  @Option(help: ArgumentHelp("The size in characters.", valueName: "columns x rows"))
  var size = FrameSize(size: Size(width: 80, height: 24))

  @Option(help: "The version of the asciicast format.")
  var format = Cast.Format.v2

  @Option(
    help: ArgumentHelp("How quickly the lesson's words are read, 20 to 1000.", valueName: "words"))
  var wordsPerMinute = ReadingTime.usual

  @Option(help: ArgumentHelp("How much quicker everything goes, 0.1 to 20.", valueName: "factor"))
  var speed = 1.0

  @Option(
    help: ArgumentHelp("Where lessons/ is, if not found from the program.", valueName: "folder"),
    transform: named)
  var lessons: String?

  @OptionGroup var reach: ReachOptions
  @OptionGroup var looks: LookOptions

  func validate() throws {
    try PaceOptions.check(wordsPerMinute: wordsPerMinute, speed: speed)
    let least = Recording.least
    guard size.size.width >= least.width, size.size.height >= least.height else {
      throw ValidationError(
        ProgramPhrases.size(
          "--size", least: FrameSize(size: least).defaultValueDescription,
          found: size.defaultValueDescription))
    }
  }

  func run() throws {
    // Before anything is computed.
    let place = try OutputPlace(output, option: "--output")
    if let name = place.file, let file = FileInTheWay(name),
      !Cast.isHeader(file.lines.first ?? "")
    {
      throw Failure("--output: \(FilePhrases.isNoRecording(name))")
    }
    let source = LessonSource(
      library: ModelLibrary(explicit: lessons), allowsFiles: reach.allowFiles)
    let (lesson, model) = try source.load(lesson)
    _ = try OutputPlace(output, option: "--output", inputs: [lesson.file] + model.files)
    // Not the environment's: what is watched elsewhere is to be the same wherever it was made.
    let look = Look.detect(
      environment: [:], terminalColours: 256, utf8: true, flags: looks.flags)
    var cast = Cast(format: format, size: size.size, look: look, title: lesson.title)
    var last = 0
    let recording = try Recording(
      of: lesson, on: model, pace: ReadingTime(wordsPerMinute: wordsPerMinute),
      hasHalfCells: look.hasHalfCells)
    for scene in recording {
      cast.add(scene, speed: speed)
      last = scene.milliseconds
    }
    cast.end(at: last, speed: speed)
    try place.write(Data(cast.text.utf8))
  }
}

extension Cast.Format: ExpressibleByArgument {}
