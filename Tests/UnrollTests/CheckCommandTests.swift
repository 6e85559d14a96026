import Foundation
import Testing

@Suite("unroll check, unroll schema, unroll lessons")
struct CheckCommandTests {
  @Test("the lessons that ship are right")
  func lessons() throws {
    let outcome = try Program.run("check", Program.source("lessons"))
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
    #expect(outcome.text == "15 lessons, nothing wrong\n")
  }

  @Test("the lesson of the README is right")
  func readme() throws {
    let readme = try String(contentsOf: URL(filePath: Program.source("README.md")), encoding: .utf8)
    let lesson = try #require(readme.split(separator: "```yaml\n").dropFirst().first)
    let text = try #require(lesson.split(separator: "```").first)
    let scratch = try Scratch()
    let outcome = try Program.run("check", scratch.write("mine.yaml", String(text)))
    #expect(outcome.text == "1 lesson, nothing wrong\n")
  }

  @Test("all that is wrong is printed with its place, and the status is 1")
  func faults() throws {
    let scratch = try Scratch()
    let file = try scratch.write(
      "bad.yaml",
      """
      title: Bad
      steps:
        - say: Look.
          do: selct lstm1
        - ask: Which shape?
          of: lstm2.output.shape
          answer: (65)
      """)
    let outcome = try Program.run("check", file)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains("bad.yaml:4:9: unknown command 'selct'; did you mean 'select'?"))
    let mended = try scratch.write(
      "bad.yaml",
      try String(contentsOf: URL(filePath: file), encoding: .utf8)
        .replacing("selct", with: "select"))
    let second = try Program.run("check", mended)
    #expect(second.status == 1)
    #expect(second.errors.contains("written as (65), and the engine computes (64)"))
  }

  @Test("what the engine says of the steps before the first unreadable one comes at once with that")
  func engineBesideWriting() throws {
    let scratch = try Scratch()
    let file = try scratch.write(
      "bad.yaml",
      """
      titel: Bad
      title: Bad
      steps:
        - say: Look.
          do: select lstm9
        - ask: Which shape?
          of: lstm2.output.shape
          answer: (65)
        - say: Look.
          do: selct lstm1
        - say: Look.
          check: t = 3
      """)
    let outcome = try Program.run("check", file)
    #expect(outcome.status == 1)
    let places = outcome.errors.split(separator: "\n").compactMap { line in
      line.firstMatch(of: /bad\.yaml:(\d+):/).map { Int($0.1) ?? 0 }
    }
    // Behind the step that cannot be read nobody knows where the tutor would be.
    #expect(places == [1, 5, 8, 10])
    #expect(outcome.errors.hasSuffix("1 lesson, 4 faults\n"))
  }

  @Test("what is wrong with one path is told among the faults of the others")
  func everyPath() throws {
    let scratch = try Scratch()
    let folder = scratch.path("empty")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let bad = try scratch.write("bad.yaml", "title: Bad\nsteps:\n  - say: Look.\n    do: selct 1\n")
    let missing = scratch.path("nosuch.yaml")
    let outcome = try Program.run(
      "check", folder, missing, bad, "unti", "99", "--lessons", Program.source("lessons"))
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    let lines = outcome.errors.split(separator: "\n").map(String.init)
    try #require(lines.count == 8)
    #expect(lines[0] == "\(folder): the folder holds no lesson, no .yaml file")
    #expect(lines[1] == "\(missing): there is no such file")
    #expect(lines[2] == "\(bad):4:9: unknown command 'selct'; did you mean 'select'?")
    #expect(lines[5] == "unti: there is no lesson of this name; did you mean '03-unit'?")
    #expect(lines[6].hasPrefix("99: there is no lesson of this name; the lessons are 01-input, "))
    #expect(lines[7] == "Error: 2 lessons, 5 faults")
  }

  @Test("a lesson is named by its number or its name, as for play")
  func named() throws {
    let outcome = try Program.run(
      "check", "3", "unit", "03-unit", "--lessons", Program.source("lessons"))
    #expect(outcome.errors == "")
    #expect(outcome.text == "3 lessons, nothing wrong\n")
  }

  @Test("what comes through a pipe is read once, and its lines are still shown")
  func piped() throws {
    let scratch = try Scratch()
    let file = try scratch.write(
      "bad.yaml",
      "title: T\nsteps:\n  - ask: Which?\n    of: lstm2.output.shape\n    answer: (65)\n")
    let outcome = try Child.run([
      "sh", "-c", "cat \(quoted(file)) | \(quoted(Program.path)) check /dev/stdin",
    ])
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == """
        /dev/stdin:5:13: the answer is written as (65), and the engine computes (64)
              answer: (65)
                      ^
        Error: 1 lesson, 1 fault

        """)
  }

  @Test(
    "a pipe that nobody writes to is refused, and nothing waits for it",
    arguments: [["check"], ["play", "--plain"], ["play", "--transcript"], ["record"]])
  func pipe(_ command: [String]) throws {
    let scratch = try Scratch()
    let pipe = scratch.path("x.yaml")
    try #require(mkfifo(pipe, 0o600) == 0)
    let outcome = try Child.run([Program.path] + command + [pipe], seconds: 30)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.contains(
        "\(pipe): this is a pipe, and a file is needed; a pipe is read as /dev/stdin\n"))
    let folder = try Child.run([Program.path] + command + [scratch.folder], seconds: 30)
    #expect(folder.status == 1)
  }

  @Test("the schema is JSON, and its keys are those that lessons use")
  func schema() throws {
    let outcome = try Program.run("schema")
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.text.utf8)) as? [String: Any])
    let properties = try #require(root["properties"] as? [String: Any])
    #expect(
      properties.keys.sorted() == [
        "minutes", "model", "notes", "observation", "steps", "summary", "title",
      ])
    let steps = try #require(properties["steps"] as? [String: Any])
    let step = try #require((steps["items"] as? [String: Any])?["properties"] as? [String: Any])
    // A key that the schema knows and the reader does not would be refused by name, and the other
    // way round: a step with all of them is told of what is wrong with each, of none as unknown.
    let scratch = try Scratch()
    let keys = step.keys.sorted().map { "    \($0): x\n" }.joined()
    let all = "title: All\nsteps:\n  -\n" + keys + "    unheard: x\n"
    let errors = try Program.run("check", scratch.write("all.yaml", all)).errors
    #expect(errors.contains("unknown key 'unheard'"))
    #expect(errors.components(separatedBy: "unknown key").count == 2)
    let known = try #require(errors.split(separator: "the keys here are ").dropFirst().first)
    #expect(known.prefix { $0 != "\n" }.contains("say"))
  }

  @Test("the list has every lesson with its minutes and how far one is")
  func list() throws {
    let scratch = try Scratch()
    let outcome = try Program.run(
      "lessons", "--lessons", Program.source("lessons"),
      environment: ["XDG_STATE_HOME": scratch.folder])
    #expect(outcome.status == 0)
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.count == 15)
    #expect(lines.allSatisfy { $0.hasSuffix("new") && $0.contains(" min") })
  }
}
