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

  @Test("players of the same lesson take nothing from one another")
  func sameLesson() async throws {
    let progress = progress
    try await withThrowingTaskGroup(of: Void.self) { group in
      for player in 0..<4 {
        group.addTask {
          for question in 0..<20 {
            let answers = [player * 20 + question: true]
            try progress.keep(
              LessonRecord(
                step: question, right: 1, answered: 1, questions: 80, isFinished: false,
                answers: answers), of: "01")
          }
        }
      }
      try await group.waitForAll()
    }
    let kept = try #require(progress.read()["01"])
    #expect(kept.right == 80 && kept.answered == 80 && kept.answers.count == 80)
  }

  @Test("what was kept before answers were kept one by one is read and stays")
  func earlierForm() throws {
    try progress.keep(record(1), of: "00")
    let file = try #require(progress.file)
    let earlier =
      #"{"01": {"step": 9, "right": 5, "answered": 6, "questions": 6, "finished": true}}"#
    try Data(earlier.utf8).write(to: URL(filePath: file))
    try progress.keep(record(1), of: "01")
    #expect(
      progress.read() == [
        "01": LessonRecord(step: 1, right: 5, answered: 6, questions: 3, isFinished: true)
      ])
  }

  @Test("on the screen one goes on where one stopped, with the score so far; looking loses nothing")
  func onTheScreen() throws {
    let lesson = try scratch.write("course/01-small.yaml", LessonFiles.text("Small"))
    let session = try TmuxSession()
    let state = ["XDG_STATE_HOME": scratch.path("state")]
    func play(_ place: String, _ options: [String] = [], _ body: () throws -> Void) throws {
      try session.begin(["play", lesson] + options, environment: state)
      try session.wait(for: place)
      try body()
      try session.type("q")
      try session.expectEnd(status: 0)
      try session.enter("clear")
    }
    try play("1 of 3") {
      try session.press("n", "n", "n")
      try session.wait(for: "3 of 3")
      try session.enter("64")
      try session.wait(for: "Right: (64)")
    }
    try play("3 of 3") {
      try session.wait(for: "Right: (64)")
      try session.press("n")
      try session.wait(for: "1 of 1 questions right at once")
    }
    let done = try #require(progress.read()[lesson])
    #expect(done.isFinished && done.right == 1)
    // Opening it again, or at a step, and leaving it changes nothing.
    try play("1 of 3") {}
    try play("2 of 3", ["--from", "2"]) {}
    #expect(progress.read()[lesson] == done)
    try play("1 of 3") {
      try session.press("n", "n")
      try session.wait(for: "2 of 3")
    }
    let again = try #require(progress.read()[lesson])
    #expect(again.isFinished && again.right == 1)
  }

  @Test("read as text at a keyboard, a lesson goes on where one stopped")
  func asText() throws {
    let lesson = try scratch.write("course/01-small.yaml", LessonFiles.text("Small"))
    try progress.keep(record(2), of: lesson)
    let session = try TmuxSession(width: 100, height: 40)
    try session.begin(
      ["play", lesson, "--plain"], environment: ["XDG_STATE_HOME": scratch.path("state")])
    try session.wait(for: "step 3 of 3")
    try session.enter("quit")
    try session.expectEnd(status: 0)
    #expect(progress.read()[lesson] == record(2))
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
