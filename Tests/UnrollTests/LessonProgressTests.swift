import Foundation
import LessonPlayer
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
    #expect(try progress.read() == [:])
    try progress.keep(record(3), of: "01-one")
    try progress.keep(record(5), of: "02-two")
    try progress.keep(record(4), of: "01-one")
    #expect(try progress.read() == ["01-one": record(4), "02-two": record(5)])
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

  @Test(
    "what stands in its place and cannot be read, for whatever reason, stays as it is",
    arguments: [
      ("pipe", "this is a pipe, and a file is needed"),
      ("folder", "this is a folder, and a file is needed"),
      ("/dev/null", "this is a device, and a file is needed"),
      ("nowhere", "this is a link to a file that is not there"),
      ("progress.json", "it cannot be opened (too many levels of symbolic links)"),
      // Reading fails as on a broken disk.
      ("/proc/self/mem", "it cannot be read"),
      ("[1, 2]", nil), ("{\"01-one\": 1e999}", nil), ("{\"01-one\": {}", nil),
      // What JSON does not write so would not come back as it was.
      ("{\"new\": +1}", nil), ("{\"new\": 01}", nil), ("{\"new\": .5}", nil),
      ("{\"new\": 1.}", nil), ("{\"new\": 0x1}", nil), ("{\"new\": \"\\ud800\"}", nil),
      ("{\"new\": \"\\udc00\\ud800\"}", nil), ("{\"new\": \"\\ud83d \\ude00\"}", nil),
    ])
  func unreadable(_ thing: String, _ reason: String?) throws {
    let file = try #require(progress.file)
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    switch thing {
    case "pipe": try #require(mkfifo(file, 0o600) == 0)
    case "folder": try #require(mkdir(file, 0o700) == 0)
    case _ where reason == nil: try Data(thing.utf8).write(to: URL(filePath: file))
    default: try #require(symlink(thing, file) == 0)
    }
    var (before, after) = (stat(), stat())
    try #require(lstat(file, &before) == 0)
    let sentence =
      reason.map { "\(file): \($0), so it stays as it is and what you do is not kept" }
      ?? "\(file): it is not what Unroll keeps there, and stays as it is; move it away to begin anew"
    let (progress, record) = (progress, record(1))
    #expect(throws: Failure.self) { try progress.read() }
    let error = #expect(throws: Failure.self) { try progress.keep(record, of: "01-one") }
    #expect(error?.description == sentence)
    try #require(lstat(file, &after) == 0)
    #expect(before.st_ino == after.st_ino && before.st_mode == after.st_mode)
    if reason == nil { #expect(try String(contentsOfFile: file, encoding: .utf8) == thing) }
  }

  @Test("a file of another user in one's own folder stays as it is")
  func another() throws {
    var status = stat()
    status.st_mode = S_IFREG | 0o644
    status.st_uid = 7
    #expect(StateFolder.problem(status, user: 7) == nil)
    #expect(StateFolder.problem(status, user: 8) == "this file belongs to another user")
    try progress.keep(record(1), of: "01-one")
    let file = try #require(progress.file)
    // Only root can give a file away.
    guard chown(file, 1, 1) == 0 else { return }
    let (progress, record) = (progress, record(2))
    #expect(throws: Failure.self) { try progress.keep(record, of: "01-one") }
    #expect(chown(file, geteuid(), getegid()) == 0)
    #expect(try progress.read() == ["01-one": self.record(1)])
  }

  @Test("a pipe in the place of the lock, or a file in that of the folder, is not waited for")
  func lockInTheWay() throws {
    let (progress, record) = (progress, record(1))
    let file = try #require(progress.file)
    try progress.keep(record, of: "01-one")
    try #require(unlink(file + ".lock") == 0 && mkfifo(file + ".lock", 0o600) == 0)
    let error = #expect(throws: Failure.self) { try progress.keep(record, of: "01-one") }
    #expect(
      error?.description
        == "\(file).lock: this is a pipe, and a file is needed, so what you do is not kept")
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.removeItem(atPath: folder)
    try Data().write(to: URL(filePath: folder))
    #expect(throws: Failure.self) { try progress.keep(record, of: "01-one") }
    #expect(throws: Failure.self) { try progress.read() }
  }

  @Test("what a newer version wrote is there after a save, digit by digit")
  func newer() throws {
    let file = try #require(progress.file)
    try progress.keep(record(1), of: "01-one")
    let newer = #"""
      {"version": 2, "01-one": {"step": 3, "right": 1, "answered": 2, "questions": 3,
      "finished": false, "answers": {"2": true, "2b": [0.10]}, "seen": {"at": 12345678901234567890}},
      "02-two": {"stages": ["a", null]}}
      """#
    try Data(newer.utf8).write(to: URL(filePath: file))
    try progress.keep(record(4), of: "01-one")
    #expect(
      try String(contentsOfFile: file, encoding: .utf8) == #"""
        {
          "version": 2,
          "01-one": {
            "step": 4,
            "right": 1,
            "answered": 2,
            "questions": 3,
            "finished": false,
            "answers": {
              "2b": [0.10],
              "2": true
            },
            "seen": {
              "at": 12345678901234567890
            },
            "round": 0,
            "missed": []
          },
          "02-two": {
            "stages": ["a", null]
          }
        }

        """#)
    #expect(try progress.read().keys.sorted() == ["01-one"])
  }

  @Test(
    "a record whose form changed stays, and the sentence says so",
    arguments: [
      #"{}"#, #"[3]"#, #"3"#,
      #"{"step": "3", "right": 0, "answered": 0, "questions": 0, "finished": false}"#,
      #"{"step": 9e99, "right": 0, "answered": 0, "questions": 0, "finished": false}"#,
      #"{"step": 1, "right": 0, "answered": 0, "questions": 0, "finished": false, "missed": {}}"#,
    ])
  func changed(_ kept: String) throws {
    let (progress, record) = (progress, record(1))
    let file = try #require(progress.file)
    try progress.keep(record, of: "01-one")
    let text = "{\"02-two\": \(kept)}"
    try Data(text.utf8).write(to: URL(filePath: file))
    let error = #expect(throws: Failure.self) { try progress.keep(record, of: "02-two") }
    #expect(
      error?.description
        == "\(file): a newer Unroll keeps '02-two' in a form that is not known here, so it stays as "
        + "it is and what you do is not kept")
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
  }

  @Test("what players left that were killed while they saved is taken away, and nothing else")
  func parts() throws {
    try progress.keep(record(1), of: "01-one")
    let file = try #require(progress.file)
    let folder = (file as NSString).deletingLastPathComponent
    for name in ["progress.json.99999.part", "progress.json.old.part", "other.99999.part"] {
      try Data().write(to: URL(filePath: "\(folder)/\(name)"))
    }
    try progress.keep(record(2), of: "01-one")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == [
        "other.99999.part", "progress.json", "progress.json.lock", "progress.json.old.part",
      ])
  }

  @Test("folder and files are for their owner alone")
  func rights() throws {
    try progress.keep(record(1), of: "01-one")
    let file = try #require(progress.file)
    var status = stat()
    try #require(stat(file, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o600)
    try #require(stat((file as NSString).deletingLastPathComponent, &status) == 0)
    #expect(status.st_mode & 0o777 == 0o700)
  }

  @Test("a lesson in a terminal says once what cannot be kept, and q ends it")
  func saidOnce() throws {
    let lesson = try scratch.write("course/01-small.yaml", LessonFiles.text("Small"))
    let file = try #require(progress.file)
    try scratch.write("state/unroll/other", "")
    try #require(mkfifo(file, 0o600) == 0)
    let session = try TmuxSession(width: 160, height: 40)
    try session.begin(["play", lesson], environment: ["XDG_STATE_HOME": scratch.path("state")])
    try session.wait(for: "this is a pipe, and a file is needed")
    try session.press("n")
    try session.wait { $0.contains("2 of 3") && !$0.contains("this is a pipe") }
    try session.type("q")
    try session.expectEnd(status: 0)
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
        + "end it and start Unroll again")
    #expect(try progress.read() == ["01-one": record(1)])
    close(holder)
    try progress.keep(record(2), of: "01-one")
    #expect(try progress.read() == ["01-one": record(2)])
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
    #expect(try progress.read().keys.sorted() == [own])
    let list = try Program.run("lessons", "--lessons", lessons, environment: state)
    #expect(list.text.split(separator: "\n").allSatisfy { $0.hasSuffix("new") })
    #expect(list.text.split(separator: "\n").count == 15)
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
    let kept = try #require(try progress.read()["01"])
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
      try progress.read() == [
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
      try session.wait(for: "Every answer was right at once.")
    }
    let done = try #require(try progress.read()[lesson])
    #expect(done.isFinished && done.right == 1)
    // Opening it again, or at a step, and leaving it changes nothing.
    try play("1 of 3") {}
    try play("2 of 3", ["--from", "2"]) {}
    #expect(try progress.read()[lesson] == done)
    try play("1 of 3") {
      try session.press("n", "n")
      try session.wait(for: "2 of 3")
    }
    let again = try #require(try progress.read()[lesson])
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
    #expect(try progress.read()[lesson] == record(2))
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
    let steps = try progress.read().mapValues(\.step)
    #expect(steps == ["00": 50, "01": 50, "02": 50, "03": 50])
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
      let kept = try progress.read()
      try #require(kept["99-other"] == record(7), "lost at the \(time)th kill")
      if let own = kept[lesson] { reached = max(reached, own.step) }
    }
    #expect(reached > 0)
    // No half file is left that a later run would trip over, and none that stays.
    try progress.keep(record(8), of: "99-other")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.path("state/unroll")).sorted()
        == ["progress.json", "progress.json.lock"])
    #expect(try progress.read()["99-other"] == record(8))
  }
}
