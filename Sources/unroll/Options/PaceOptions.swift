import ArgumentParser
import LessonPlayer
import Phrases
import Tutor

/// How quickly a lesson goes.
struct PaceOptions: ParsableArguments {
  @Flag(
    help: """
      Go on by itself, at a reading pace, and show the answers; any key ends that. What is done is \
      not kept as yours.
      """)
  var auto = false

  @Option(
    help: ArgumentHelp(
      "With --auto: how quickly the lesson's words are read, 20 to 1000 (default: \(ReadingTime.usual)).",
      valueName: "words"))
  var wordsPerMinute: Int?

  @Option(
    help: ArgumentHelp(
      "How much quicker everything goes, what moves included, 0.1 to 20.", valueName: "factor"))
  var speed = 1.0

  @Flag(
    name: .customLong("repeat"),
    help: """
      Begin again after the end; with a folder, after its last lesson. With --auto, a minute after \
      the last key it goes on by itself, with the lesson from its beginning.
      """)
  var repeats = false

  func validate() throws {
    if wordsPerMinute != nil, !auto {
      throw ValidationError(ProgramPhrases.isThePace("--words-per-minute", of: "--auto"))
    }
    try Self.check(wordsPerMinute: wordsPerMinute ?? ReadingTime.usual, speed: speed)
  }

  static func check(wordsPerMinute: Int, speed: Double) throws {
    let words = ReadingTime.wordsPerMinute
    guard words.contains(wordsPerMinute) else {
      throw ValidationError(
        ProgramPhrases.number(
          "--words-per-minute", from: "\(words.lowerBound)", to: "\(words.upperBound)",
          found: "\(wordsPerMinute)"))
    }
    guard (0.1...20).contains(speed) else {
      throw ValidationError(
        ProgramPhrases.number("--speed", from: "0.1", to: "20", found: "\(speed)"))
    }
  }

  var pace: ReadingTime { ReadingTime(wordsPerMinute: wordsPerMinute ?? ReadingTime.usual) }
}
