import Foundation
import Testing

@Suite("Speaker's notes beside a terminal")
struct NotesInTerminalTests {
  private func open(_ session: TmuxSession, _ arguments: [String]) throws {
    let file = try session.scratch.write("01-one.yaml", LessonFiles.text("The first"))
    try session.open(
      ["play", file, "--lessons", Program.source("lessons")] + arguments,
      until: "It speaks first.")
  }

  private func wait(_ session: TmuxSession, _ file: String, for text: String) throws {
    try session.wait { _ in ((try? session.scratch.read(file)) ?? "").contains(text) }
  }

  @Test("a file is written whole at each step")
  func file() throws {
    let session = try TmuxSession()
    try open(session, ["--notes", session.scratch.path("notes")])
    try wait(session, "notes", for: "NEXT\n  It moves.\n")
    try session.press("n")
    try wait(session, "notes", for: "step 2 of 3")
    #expect(try session.scratch.read("notes").hasPrefix("The first\nstep 2 of 3\n"))
    try session.press("n", "n")
    try wait(session, "notes", for: "ANSWER\n  (64)\n")
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("another terminal gets them on a cleared screen")
  func terminal() throws {
    let session = try TmuxSession()
    let tty = try session.tmux(["new-window", "-d", "-P", "-F", "#{pane_tty}", "exec sleep 1000"])
      .trimmingCharacters(in: .whitespacesAndNewlines)
    try open(session, ["--notes", tty])
    func other() throws -> String { try session.tmux(["capture-pane", "-p", "-t", ":1"]) }
    try session.wait { _ in try other().contains("Greet the room.") }
    try session.press("n")
    try session.wait { _ in
      let notes = try other()
      return notes.contains("step 2 of 3") && !notes.contains("Greet the room.")
    }
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("a pipe that nobody reads, and one whose reader goes away, hold nothing up")
  func pipe() throws {
    let session = try TmuxSession()
    let pipe = session.scratch.path("pipe")
    try session.command("mkfifo pipe")
    try open(session, ["--notes", pipe])
    try session.wait(for: "nobody reads there yet")
    let reader = Foundation.open(pipe, O_RDONLY | O_NONBLOCK)
    #expect(reader >= 0)
    try session.press("n")
    try session.wait(for: "It moves.")
    var bytes = [UInt8](repeating: 0, count: 4096)
    var text = ""
    try session.wait { _ in
      let count = read(reader, &bytes, bytes.count)
      if count > 0 { text += String(decoding: bytes[..<count], as: UTF8.self) }
      return text.contains("step 2 of 3")
    }
    close(reader)
    try session.press("p")
    try session.wait(for: "It speaks first.")
    try session.press("n")
    try session.wait(for: "It moves.")
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("the terminal that shows the lesson is refused")
  func own() throws {
    let session = try TmuxSession()
    let file = try session.scratch.write("01-one.yaml", LessonFiles.text("The first"))
    let tty = try session.variable("pane_tty")
    try session.begin(["play", file, "--lessons", Program.source("lessons"), "--notes", tty])
    try session.wait(for: "is the terminal that shows the lesson; name another")
  }

  @Test("the terminal that shows the lesson is refused under its other names, too")
  func ownUnderOtherNames() throws {
    let session = try TmuxSession(width: 120, height: 30)
    let file = try session.scratch.write("01-one.yaml", LessonFiles.text("The first"))
    let lessons = Program.source("lessons")
    for name in ["/dev/tty", "/dev/stdout", "/dev/stdin", "/dev/stderr", "/dev/fd/1"] {
      try session.begin(["play", file, "--lessons", lessons, "--notes", name])
      try session.wait(for: "\(name) is the terminal that shows the lesson; name another")
      try session.enter("clear")
    }
    try session.begin(["play", file, "--lessons", lessons, "--notes", "-"])
    try session.wait(for: "- is standard output, which shows the lesson; name another place")
  }

  @Test("a file that holds anything but notes stays as it is, and notes are written over notes")
  func keepsFiles() throws {
    let session = try TmuxSession()
    let text = LessonFiles.text("The first")
    let lesson = try session.scratch.write("01-one.yaml", text)
    let same = session.scratch.path("notes")
    try FileManager.default.createSymbolicLink(atPath: same, withDestinationPath: lesson)
    let letter = try session.scratch.write("letter", "Dear all,\nstep by step\n")
    let new = session.scratch.path("new.YML")
    for (file, reason) in [
      (lesson, "is the lesson itself; name another file"),
      (same, "is the lesson itself; name another file"),
      (new, "ends as a lesson does; name one such as notes.txt"),
      (letter, "is there already and holds no notes; name a new file"),
    ] {
      let outcome = try Program.run(
        "play", lesson, "--lessons", Program.source("lessons"), "--notes", file)
      #expect(outcome.status == 1)
      #expect(outcome.errors == "Error: --notes: \(file) \(reason)\n")
    }
    #expect(try session.scratch.read("01-one.yaml") == text)
    #expect(try session.scratch.read("letter") == "Dear all,\nstep by step\n")
    #expect(!FileManager.default.fileExists(atPath: new))
    for before in ["Another\nstep 12 of 14\n\nASKED\n", "Another\nend, after 14 steps\n", ""] {
      let file = try session.scratch.write("old", before)
      try open(session, ["--notes", file])
      try wait(session, "old", for: "NEXT\n  It moves.\n")
      try session.press("q")
      try session.expectEnd(status: 0)
    }
  }
}
