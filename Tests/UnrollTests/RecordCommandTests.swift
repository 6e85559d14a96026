import Foundation
import Testing

@Suite("unroll record")
struct RecordCommandTests {
  private func record(_ arguments: String...) throws -> Outcome {
    let scratch = try Scratch()
    let file = try scratch.write("01-one.yaml", LessonFiles.text("Of lanes"))
    return try Child.run(
      [Program.path, "record", file, "--lessons", Program.source("lessons")] + arguments)
  }

  /// The lines of a cast: its header, and its events.
  private func parsed(_ outcome: Outcome) throws -> ([String: Any], [(Double, String, String)]) {
    try #require(outcome.status == 0, "\(outcome.errors)")
    let lines = try outcome.text.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8))
    }
    let header = try #require(lines.first as? [String: Any])
    return try (
      header,
      lines.dropFirst().map { line in
        let event = try #require(line as? [Any])
        try #require(event.count == 3)
        return try (
          #require(event[0] as? Double), #require(event[1] as? String),
          #require(event[2] as? String)
        )
      }
    )
  }

  @Test("version 2 has a size and a title, times that never go back, and a marker for each step")
  func second() throws {
    let (header, events) = try parsed(try record())
    #expect(header["version"] as? Int == 2)
    #expect(header["width"] as? Int == 80 && header["height"] as? Int == 24)
    #expect(header["title"] as? String == "Of lanes")
    #expect(header.count == 4)
    #expect(zip(events, events.dropFirst()).allSatisfy { $0.0 <= $1.0 })
    #expect(
      events.filter { $0.1 == "m" }.map(\.2) == [
        "1 It speaks first.", "2 It moves.", "3 lstm2 has return_sequences=False. What shape …",
      ])
    #expect(Set(events.map(\.1)) == ["o", "m"])
    #expect(try #require(events.last).0 > 10)
  }

  @Test("version 3 has the terminal's size and the time since the event before")
  func third() throws {
    let (header, events) = try parsed(try record("--format", "v3", "--size", "100x30"))
    #expect(header["version"] as? Int == 3)
    #expect(header["term"] as? [String: Int] == ["cols": 100, "rows": 30])
    let (_, old) = try parsed(try record("--size", "100x30"))
    #expect(events.map(\.2) == old.map(\.2))
    #expect(events.allSatisfy { $0.0 >= 0 })
    let whole = events.reduce(0) { $0 + $1.0 }
    #expect(abs(whole - (try #require(old.last).0)) < 0.001)
  }

  @Test("the bytes are the same each time, whatever the environment; --speed divides the times")
  func same() throws {
    let once = try record()
    let scratch = try Scratch()
    let file = try scratch.write("01-one.yaml", LessonFiles.text("Of lanes"))
    let output = scratch.path("one.cast")
    let other = try Program.run(
      "record", file, "--lessons", Program.source("lessons"), "-o", output,
      environment: ["NO_COLOR": "1", "LC_ALL": "C", "COLORFGBG": "0;15"])
    #expect(other.status == 0 && other.output.isEmpty && other.errors == "")
    #expect(try Data(contentsOf: URL(filePath: output)) == once.output)
    let slow = try #require(try parsed(once).1.last).0
    let quick = try #require(try parsed(try record("--speed", "10")).1.last).0
    #expect(abs(quick - slow / 10) < 0.002)
    #expect(try !record("--color", "never").text.contains("38;5"))
  }

  @Test("-o writes over a recording and an empty file, and over nothing else")
  func overwrites() throws {
    let scratch = try Scratch()
    let once = try record().output
    for before in [
      "", "{\"version\": 2, \"width\": 80, \"height\": 24}\n", "{\"version\":3}\n[0,\"o\",\"\"]\n",
    ] {
      let file = try scratch.write("my.cast", before)
      #expect(try record("-o", file).errors == "")
      #expect(try Data(contentsOf: URL(filePath: file)) == once)
    }
    for before in ["title: Mine\n", "{\"version\": 1}\n", "\n{\"version\": 2}\n"] {
      let file = try scratch.write("mine", before)
      let outcome = try record("-o", file)
      #expect(outcome.status == 1)
      #expect(
        outcome.errors
          == "Error: --output: \(file) is there already and is no asciicast; name a new file\n")
      #expect(try scratch.read("mine") == before)
    }
    #expect(try record("-o", "/dev/stdout").output == once)
  }

  @Test("- is standard output, also beside a file of that name, which stays as it is")
  func dash() throws {
    let scratch = try Scratch()
    let file = try scratch.write("-", "mine")
    let lesson = try scratch.write("01-one.yaml", LessonFiles.text("Of lanes"))
    let outcome = try Child.run([
      "sh", "-c",
      "cd \(quoted(scratch.folder)) && exec \(quoted(Program.path)) record \(quoted(lesson)) "
        + "--lessons \(quoted(Program.source("lessons"))) -o -",
    ])
    #expect(outcome.status == 0 && outcome.errors == "")
    #expect(try outcome.output == record().output)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
  }

  @Test("Debian's asciinema reads it and shows the lesson")
  func asciinema() throws {
    let isThere = try Child.run(["sh", "-c", "command -v asciinema"]).status == 0
    if !isThere, ProcessInfo.processInfo.environment["CI"] == nil { return }
    try #require(isThere, "CI is to have asciinema")
    let session = try TmuxSession()
    try session.scratch.write("one.cast", try record().output)
    // It wants a terminal to listen to.
    try session.command("HOME=$PWD asciinema cat one.cast >shown 2>errors; echo $? >status")
    let errors = try session.scratch.read("errors")
    #expect(try session.scratch.read("status") == "0\n", "\(errors)")
    let shown = try session.scratch.read("shown")
    #expect(shown.contains("Of lanes") && shown.contains("Only the last leaves."))
  }
}
