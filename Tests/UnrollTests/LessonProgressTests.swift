import Foundation
import Lessons
import ModelFiles
import Testing
import Tutor

@testable import unroll

@Suite("Progress")
final class LessonProgressTests {
  private let scratch: Scratch
  private let progress: LessonProgress

  init() throws {
    scratch = try Scratch()
    progress = LessonProgress(environment: ["XDG_STATE_HOME": scratch.path("state")])
  }

  private func record(_ step: Int) -> LessonRecord {
    LessonRecord(step: step, right: 1, answered: 2, questions: 3, isFinished: false)
  }

  @Test("what is kept is read again, each lesson for itself")
  func keeps() throws {
    #expect(progress.read() == [:])
    try progress.keep(record(3), of: "01-one")
    try progress.keep(record(5), of: "02-two")
    try progress.keep(record(4), of: "01-one")
    #expect(progress.read() == ["01-one": record(4), "02-two": record(5)])
  }

  @Test("it stands under XDG_STATE_HOME, otherwise under the home; a relative path is ignored")
  func places() {
    #expect(
      LessonProgress(environment: ["XDG_STATE_HOME": "/s", "HOME": "/h"]).file
        == "/s/unroll/progress.json")
    #expect(
      LessonProgress(environment: ["XDG_STATE_HOME": "s", "HOME": "/h"]).file
        == "/h/.local/state/unroll/progress.json")
    #expect(LessonProgress(environment: [:]).file == nil)
  }

  @Test("a file that is not ours stays as it is, and the sentence says so")
  func foreign() throws {
    try progress.keep(record(1), of: "01-one")
    let file = try #require(progress.file)
    try Data("not ours".utf8).write(to: URL(filePath: file))
    #expect(throws: Failure.self) { try progress.keep(record(2), of: "01-one") }
    #expect(try String(contentsOf: URL(filePath: file), encoding: .utf8) == "not ours")
  }

  @Test("a lock that another program holds is not waited for, and the sentence says so")
  func locked() throws {
    try progress.keep(record(1), of: "01-one")
    let file = try #require(progress.file)
    let holder = open(file + ".lock", O_RDWR | O_CLOEXEC)
    try #require(holder >= 0 && flock(holder, LOCK_EX) == 0)
    let error = #expect(throws: Failure.self) { try progress.keep(record(2), of: "01-one") }
    #expect(
      error?.description
        == "\(file): what you do is not kept, since another program holds the lock \(file).lock; "
        + "end it and open the lesson again")
    #expect(progress.read() == ["01-one": record(1)])
    close(holder)
    try progress.keep(record(2), of: "01-one")
    #expect(progress.read() == ["01-one": record(2)])
  }

  @Test("a lesson of the shelf is kept under its name, any other under its whole path")
  func keys() throws {
    let source = LessonSource(
      library: ModelLibrary(explicit: Program.source("lessons"), environment: [:], program: nil))
    let shipped = Program.source("lessons/01-input.yaml")
    #expect(source.key(of: try LessonReader.read(shipped)) == "01-input")
    let roundabout = Program.source("lessons/models/../01-input.yaml")
    #expect(source.key(of: try LessonReader.read(roundabout)) == "01-input")
    let own = try scratch.write("course/01-input.yaml", LessonFiles.text("My own"))
    #expect(source.key(of: try LessonReader.read(own)) == own)
    let other = scratch.path("course/../course/./01-input.yaml")
    #expect(source.key(of: try LessonReader.read(other)) == own)
  }

  @Test("an own lesson with the name of a shipped one leaves the list of lessons as it was")
  func sameName() throws {
    let own = try scratch.write("course/01-input.yaml", LessonFiles.text("My own"))
    let state = ["XDG_STATE_HOME": scratch.path("state")]
    let input = try scratch.write("input", "\n64\n\n")
    let lessons = Program.source("lessons")
    let outcome = try Child.run(
      [Program.path, "play", own, "--plain", "--lessons", lessons],
      environment: Child.environment.merging(state) { _, new in new }, input: input)
    #expect(outcome.status == 0)
    #expect(progress.read().keys.sorted() == [own])
    let list = try Program.run("lessons", "--lessons", lessons, environment: state)
    #expect(list.text.split(separator: "\n").allSatisfy { $0.hasSuffix("new") })
    #expect(list.text.split(separator: "\n").count == 14)
  }

  @Test("four players at once, each in a lesson of its own, do not spoil each other's")
  func together() async throws {
    let progress = progress
    try await withThrowingTaskGroup(of: Void.self) { group in
      for player in 0..<4 {
        group.addTask {
          for step in 1...50 {
            try progress.keep(
              LessonRecord(step: step, right: 0, answered: 0, questions: 0, isFinished: false),
              of: "0\(player)")
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(progress.read().mapValues { $0.step } == ["00": 50, "01": 50, "02": 50, "03": 50])
  }

  /// The program plays a lesson in a loop of steps, so that it saves all the time, and is killed at
  /// a moment that differs from time to time.
  @Test("kill −9 while it saves, two hundred times, never loses what was kept")
  func killed() throws {
    try progress.keep(record(7), of: "99-other")
    let lesson = try scratch.write(
      "01-long.yaml",
      "title: Long\nsteps:\n" + (0..<60).map { "  - say: Step \($0).\n" }.joined())
    var reached = 0
    for time in 0..<200 {
      let process = Process()
      process.executableURL = URL(filePath: Program.path)
      process.arguments = ["play", lesson, "--plain"]
      process.environment = Child.environment.merging(
        ["XDG_STATE_HOME": scratch.path("state")]) { _, new in new }
      // Lines that go on, as one who reads with --plain types them.
      let input = Pipe()
      process.standardInput = input
      try input.fileHandleForWriting.write(contentsOf: Data(repeating: 0x0A, count: 100))
      let output = Pipe()
      process.standardOutput = output
      process.standardError = FileHandle.nullDevice
      try process.run()
      // After the first words it saves; then it is killed a little later each time.
      _ = try output.fileHandleForReading.read(upToCount: 1)
      usleep(UInt32(time % 50) * 300)
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let kept = progress.read()
      try #require(kept["99-other"] == record(7), "lost at the \(time)th kill")
      if let own = kept[lesson] { reached = max(reached, own.step) }
    }
    #expect(reached > 0)
    // No half file is left that a later run would trip over.
    try progress.keep(record(8), of: "99-other")
    #expect(progress.read()["99-other"] == record(8))
  }
}
