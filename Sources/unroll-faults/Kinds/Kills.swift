import Foundation
import Processes

extension Kind {
  static let kills = Kind(
    name: "kills",
    sentence: """
      SIGKILL at any moment of any write: the file is whole, the old one or the new one, other \
      lessons' progress is there, and nothing is left over after the next run.
      """,
    quick: Amount(trials: 7), long: Amount(trials: 300), batch: 30
  ) { trial in
    try writes[trial.index % writes.count](&trial)
  }

  private static let writes: [@Sendable (inout Trial) throws -> Void] = [
    progress, copies,
    { try printed(&$0, ["trace", "-o", "work/out"], old: "layer\n") },
    { try printed(&$0, ["trace", "--format", "json", "-o", "work/out"], old: "[]\n") },
    { try printed(&$0, ["record", "1", "-o", "work/out"], old: #"{"version": 2}"# + "\n") },
    draft, notes,
  ]

  /// Waits so long that a kill then falls anywhere from the start to a little behind the end.
  private static func pause(_ trial: inout Trial, most milliseconds: Int) {
    usleep(UInt32(trial.chance.number(in: 0...milliseconds * 1000)))
  }

  private static func expectNothingLeft(_ folder: String, _ known: [String]) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    if let stray = names.first(where: { !known.contains($0) }) {
      throw Fault("\(stray) is left over after the next run")
    }
  }

  private static func progress(_ trial: inout Trial) throws {
    let name = "home/.local/state/unroll/progress.json"
    try trial.write(
      name,
      #"{"09": {"step": 3, "right": 1, "answered": 2, "questions": 4, "finished": false}}"#)
    for isLast in [false, true] {
      var program = try trial.open(["play", "2", "--from", "1"])
      let end = ContinuousClock.now + .milliseconds(isLast ? 60 : trial.chance.number(in: 0...60))
      while ContinuousClock.now < end {
        program.terminal.press("np")
        program.terminal.read(within: 1)
      }
      if isLast { try program.expectQuit("after a kill") } else { program.child.kill(SIGKILL) }
      _ = program.end(within: .seconds(5))
      let bytes = Data(trial.read(name) ?? [])
      let kept = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any]
      guard let kept else { throw Fault("progress.json is not whole after a kill") }
      guard kept["09"] != nil else { throw Fault("another lesson's progress is gone after a kill") }
    }
    try expectNothingLeft(
      trial.path("home/.local/state/unroll"), ["progress.json", "progress.json.lock"])
  }

  private static func copies(_ trial: inout Trial) throws {
    let name = "home/.local/state/unroll/copied.txt"
    let old = "lstm1.units 128\n"
    try trial.write(name, old)
    var program = try trial.open()
    let end = ContinuousClock.now + .milliseconds(trial.chance.number(in: 0...60))
    while ContinuousClock.now < end {
      program.terminal.press("yl")
      program.terminal.read(within: 1)
    }
    program.child.kill(SIGKILL)
    _ = program.end(within: .seconds(5))
    let text = String(decoding: trial.read(name) ?? [], as: UTF8.self)
    guard text.hasPrefix(old) else { throw Fault("what was copied before is gone after a kill") }
    guard text.hasSuffix("\n") else { throw Fault("copied.txt ends in half a line after a kill") }
    try expectNothingLeft(
      trial.path("home/.local/state/unroll"),
      ["copied.txt", "copied.txt.lock", "progress.json", "progress.json.lock"])
  }

  /// A command that writes a file and ends.
  private static func printed(_ trial: inout Trial, _ arguments: [String], old: String) throws {
    try trial.write("work/out", old)
    func start() throws -> Child {
      try Child(
        [Program.path] + arguments, environment: trial.environment(), input: .reading("/dev/null"),
        output: .writing(trial.path("output")), errors: .writing(trial.path("errors")))
    }
    // How long it takes is measured here and now: so the kills fall into the writing.
    let begin = ContinuousClock.now
    var whole = try start()
    guard whole.wait(within: .seconds(60)) == .exit(0), let new = trial.read("work/out") else {
      throw Fault("\(arguments): it wrote nothing")
    }
    let milliseconds = Int((ContinuousClock.now - begin).seconds * 1000) + 1
    for isLast in [false, true] {
      try trial.write("work/out", old)
      var child = try start()
      if isLast {
        _ = child.wait(within: .seconds(60))
      } else {
        usleep(UInt32(trial.chance.number(in: milliseconds * 500...milliseconds * 1020)))
        child.kill(SIGKILL)
        _ = child.wait(within: .seconds(5))
      }
      let bytes = trial.read("work/out")
      guard bytes == new || (!isLast && bytes == Array(old.utf8)) else {
        throw Fault("\(arguments): the file is neither the old one nor the new one after a kill")
      }
    }
    try expectNothingLeft(trial.path("work"), ["out"])
  }

  private static func draft(_ trial: inout Trial) throws {
    let lines = (0..<200).map { "mark m\($0)\ngo \($0 % 50)\n" }.joined()
    try trial.write("lines", lines)
    try FileManager.default.createDirectory(
      atPath: trial.path("work"), withIntermediateDirectories: true)
    for isLast in [false, true] {
      var child = try Child(
        [Program.path, "--plain", "--save-session", "work/draft.yaml"],
        environment: trial.environment(), input: .reading(trial.path("lines")),
        output: .writing(trial.path("output")), errors: .writing(trial.path("errors")))
      if !isLast {
        pause(&trial, most: 400)
        child.kill(SIGKILL)
      }
      guard child.wait(within: .seconds(60)) != nil else { throw Fault("a draft never ended") }
      guard trial.read("work/draft.yaml") != nil else { continue }
      let check = try trial.run(["check", "work/draft.yaml", "--lessons", Program.lessons])
      guard check.ending == .exit(0) else {
        throw Fault("a saved session is not whole after a kill: \(check.errorText)")
      }
      if !isLast { unlink(trial.path("work/draft.yaml")) }
    }
    try expectNothingLeft(trial.path("work"), ["draft.yaml"])
  }

  private static func notes(_ trial: inout Trial) throws {
    let file = trial.path("work/notes.txt")
    try FileManager.default.createDirectory(
      atPath: trial.path("work"), withIntermediateDirectories: true)
    for isLast in [false, true] {
      var program = try trial.open(["play", "1", "--notes", file])
      let end = ContinuousClock.now + .milliseconds(trial.chance.number(in: 0...60))
      while ContinuousClock.now < end {
        program.terminal.press("np")
        program.terminal.read(within: 1)
      }
      if isLast { try program.expectQuit("after a kill") } else { program.child.kill(SIGKILL) }
      _ = program.end(within: .seconds(5))
      let text = String(decoding: trial.read("work/notes.txt") ?? [], as: UTF8.self)
      guard !text.isEmpty, text.hasSuffix("\n") else {
        throw Fault("the speaker's notes are not whole after a kill")
      }
    }
    try expectNothingLeft(trial.path("work"), ["notes.txt"])
  }
}
