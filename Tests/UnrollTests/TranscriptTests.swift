import Foundation
import LessonPlayer
import Lessons
import Testing

/// Every lesson's transcript is the one that was read. To record them anew after a change that was
/// looked at: `UNROLL_RECORD_TRANSCRIPTS=1 swift test --filter Transcript`.
@Suite("Transcripts")
struct TranscriptTests {
  static let folder = Program.source("Tests/UnrollTests/Transcripts")

  @Test(
    "a lesson's transcript is the committed one, byte for byte",
    arguments: LessonShelf(folder: Program.source("lessons")).files)
  func transcript(_ file: String) throws {
    let outcome = try Program.run("play", file, "--transcript")
    #expect(outcome.errors == "")
    try #require(outcome.status == 0)
    let committed = "\(Self.folder)/\(Lesson.name(ofFile: file)).txt"
    if ProcessInfo.processInfo.environment["UNROLL_RECORD_TRANSCRIPTS"] != nil {
      try FileManager.default.createDirectory(
        atPath: Self.folder, withIntermediateDirectories: true)
      try Data(outcome.text.utf8).write(to: URL(filePath: committed))
    }
    let expected = try String(contentsOf: URL(filePath: committed), encoding: .utf8)
    let pairs = zip(outcome.text.split(separator: "\n"), expected.split(separator: "\n"))
    if let (now, before) = pairs.first(where: { $0 != $1 }) {
      Issue.record("\(committed):\nnow    \(now)\nbefore \(before)")
    }
    #expect(outcome.text.utf8.count == expected.utf8.count)
  }

  @Test("no transcript is left of a lesson that is gone")
  func none() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder).sorted()
    let lessons = LessonShelf(folder: Program.source("lessons")).files
      .map { Lesson.name(ofFile: $0) + ".txt" }
    #expect(names == lessons)
  }
}
