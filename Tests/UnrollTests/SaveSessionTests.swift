import Foundation
import Lessons
import Testing
import Wording

@Suite("unroll --save-session")
struct SaveSessionTests {
  private let draft = """
    title: Give the lesson a title
    model: latch
    observation: 2
    steps:
      - say: Say here what to look at.
        do:
          - select -1
          - go 3
      - say: Say here what to look at.
        do:
          - mark here
          - unit +1

    """

  @Test("keys in a terminal become a lesson that has no faults, also where a signal ends it")
  func keys() throws {
    for signal in [nil, SIGTERM] {
      let session = try TmuxSession()
      let file = session.scratch.path("my.yaml")
      try session.open(["--observation", "2", "--save-session", file])
      try session.press("Up", "Right", "Right", "Right")
      try session.wait(for: "t 3 of 0–49")
      try session.type(":mark here")
      try session.press("Enter", ".", "r")
      try session.wait(for: "cannot be built")
      try session.press("u")
      try session.wait { !$0.contains("cannot be built") }
      if let signal {
        kill(try session.process(), signal)
        try session.expectEnd(status: 128 + signal)
      } else {
        try session.press("q")
        try session.expectEnd(status: 0)
      }
      #expect(try session.scratch.read("my.yaml") == draft)
      let check = try Program.run("check", file, "--lessons", Program.source("lessons"))
      #expect(check.status == 0, "\(check.errors)")
    }
  }

  @Test("commands and lines of input are kept as well")
  func commands() throws {
    let scratch = try Scratch()
    let file = scratch.path("my.yaml")
    let outcome = try Program.run(
      "--plain", "--observation", "2", "--do", "select -1; go 3; mark here; unit +1; copy; quit",
      "--save-session", file, environment: ["XDG_STATE_HOME": scratch.path("state")])
    #expect(outcome.status == 0)
    #expect(try scratch.read("my.yaml") == draft)
    let input = try scratch.write("input", "unit 5\ngo 9\n")
    let other = scratch.path("other.yaml")
    let lines = try Child.run([Program.path, "--plain", "--save-session", other], input: input)
    #expect(lines.status == 0)
    #expect(try scratch.read("other.yaml").contains("- unit 5\n      - go 9\n"))
  }

  @Test("names, marks and paths that hold anything stay in their place, and check reads the draft")
  func hostileNames() throws {
    let scratch = try Scratch()
    let row = (0..<10).map { "\($0)" }.joined(separator: ",") + "\n"
    let input = try scratch.write(
      "a\nnotes: injected\nminutes: 7\n#\u{1B}[2J.csv", String(repeating: row, count: 50))
    let model = "la\ttch\u{1B}[31m\u{202E}  'x\" #: y\n- z"
    try FileManager.default.copyItem(
      atPath: Program.source("lessons/models/latch"), toPath: scratch.path(model))
    let file = scratch.path("my.yaml")
    let commands = "go 3; mark \"a'b:#; unit 3; mark ü{[x; to \"a'b:#; quit"
    let outcome = try Program.run(
      "--plain", "--model", scratch.path(model), "--input", input, "--do", commands,
      "--save-session", file, "--lessons", Program.source("lessons"))
    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = try scratch.read("my.yaml")
    #expect(!text.unicodeScalars.contains { $0 != "\n" && Cleaning.safe($0) != $0 })
    #expect(
      text.split(separator: "\n").filter { !$0.hasPrefix(" ") && !$0.hasPrefix("#") }.map {
        $0.prefix { $0 != ":" }
      } == ["title", "model", "observation", "steps"])
    let check = try Program.run("check", file, "--lessons", Program.source("lessons"))
    #expect(check.status == 0, "\(check.errors)")
    let lesson = try LessonReader.read(file)
    #expect(
      lesson.steps.flatMap { $0.commands.map(\.command.description) } == [
        "go 3", "mark \"a'b:#", "unit 3", "mark ü{[x", "to \"a'b:#",
      ])
  }

  @Test(
    "a mark that could not be typed again is refused",
    arguments: ["a\u{1B}b", "a\u{200B}", "a[b c]"])
  func unsayable(_ name: String) throws {
    let outcome = try Program.run("--plain", "--do", "mark \(name)")
    #expect(outcome.status == 1)
    #expect(outcome.errors.hasSuffix("is not a single word that can be shown; choose another\n"))
  }

  @Test("- is standard output; a model outside the draft's folder is named whole, with what to do")
  func elsewhere() throws {
    let scratch = try Scratch()
    for folder in ["drafts", "models"] {
      try FileManager.default.createDirectory(
        atPath: scratch.path(folder), withIntermediateDirectories: true)
    }
    try FileManager.default.copyItem(
      atPath: Program.source("lessons/models/latch"), toPath: scratch.path("models/latch"))
    let lessons = Program.source("lessons")
    func save(_ file: String) throws -> String {
      let outcome = try Program.run(
        "--plain", "--model", scratch.path("models/latch"), "--do", "go 3; quit", "--save-session",
        file, "--lessons", lessons)
      #expect(outcome.status == 0, "\(outcome.errors)")
      return outcome.text
    }
    #expect(try save("-").contains("title: Give the lesson a title\n"))
    _ = try save(scratch.path("below.yaml"))
    #expect(try scratch.read("below.yaml").contains("\nmodel: models/latch/model.yaml\n"))
    let file = scratch.path("drafts/my.yaml")
    _ = try save(file)
    #expect(
      try scratch.read("drafts/my.yaml").hasPrefix(
        "# Its model has files outside this folder: play and check it with --allow-files.\n"))
    #expect(try Program.run("check", file, "--lessons", lessons).status == 1)
    #expect(try Program.run("check", file, "--lessons", lessons, "--allow-files").status == 0)
    #expect(
      try Program.run("check", scratch.path("below.yaml"), "--lessons", lessons).status == 0)
  }

  @Test("a pipe that nobody reads is refused and not waited for")
  func pipe() throws {
    let scratch = try Scratch()
    let pipe = scratch.path("pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    let outcome = try Program.run("--do", "quit", "--save-session", pipe)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors
        == "Error: --save-session: \(pipe) is a pipe that nobody reads; name a new file\n")
  }

  @Test("a file that is there, and a folder that is not, are refused before anything is done")
  func refuses() throws {
    let scratch = try Scratch()
    let file = try scratch.write("my.yaml", "mine")
    let outcome = try Program.run("--do", "quit", "--save-session", file)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors == "Error: --save-session: \(file) is there already; name a new file\n")
    #expect(try scratch.read("my.yaml") == "mine")
    let nowhere = try Program.run("--do", "quit", "--save-session", "/nosuch/my.yaml")
    #expect(nowhere.status == 1)
    #expect(
      nowhere.errors
        == "Error: --save-session: /nosuch/my.yaml cannot be written: its folder does not exist\n")
  }
}
