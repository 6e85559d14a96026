import Foundation
import Testing

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
