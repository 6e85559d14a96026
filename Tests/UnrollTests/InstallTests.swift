import Foundation
import Testing

@Suite(".setup install")
struct InstallTests {
  /// Where the program that is built already stands: `swift build` would wait for the tests to end.
  private let built = ["UNROLL_BINARY": Program.path]

  @Test(
    "the installed copy runs from / by its bare name, with its lessons, and after a second time")
  func installs() throws {
    let tools = try ToolFolder()
    let prefix = tools.scratch.path("a prefix")
    for _ in 1...2 {
      let outcome = try tools.setUp(
        "install", prefix, user: 1000, hasHeader: true, environment: built)
      #expect(outcome.status == 0)
      #expect(outcome.errors == "")
      #expect(
        outcome.text == "installed \(prefix)/bin/unroll\n"
          + "\(prefix)/bin is not on your PATH; add this line to your shell's start file: "
          + "export PATH=\"\(prefix)/bin:$PATH\"\n")
      #expect(try names(in: prefix + "/bin") == ["unroll"])
      #expect(try names(in: prefix + "/share/unroll") == ["lessons"])
    }
    for arguments in ["summary", "summary --model weather", "frame", "evaluate --model weather"] {
      let installed = try Child.run(
        ["/bin/sh", "-c", "cd / && unroll \(arguments)"],
        environment: ["PATH": prefix + "/bin", "LC_ALL": Child.utf8])
      #expect(installed.status == 0)
      #expect(installed.errors == "")
      let words = [Program.path] + arguments.split(separator: " ").map(String.init)
      #expect(try withoutLessons(installed) == withoutLessons(Child.run(words)))
    }
    let summary = try Child.run([prefix + "/bin/unroll", "summary"]).text
    #expect(summary.hasSuffix("/share/unroll/lessons/models/latch/weights.safetensors\n"))
  }

  /// What was printed, without the line that says in which lessons the weights lie.
  private func withoutLessons(_ outcome: Outcome) -> [Substring] {
    outcome.text.split(separator: "\n").filter { !$0.hasPrefix("Weights: ") }
  }

  @Test(
    "without a place named it is ~/.local for a user, and nothing is said where that is on the PATH"
  )
  func home() throws {
    let tools = try ToolFolder()
    let path = tools.scratch.path("tools") + ":" + tools.scratch.path("home/.local/bin")
    let outcome = try tools.setUp(
      "install", user: 1000, hasHeader: true,
      environment: built.merging(["PATH": path]) { _, new in new })
    #expect(outcome.status == 0)
    #expect(outcome.text == "installed \(tools.scratch.path("home/.local"))/bin/unroll\n")
  }

  @Test("lessons that are no longer shipped go away with the old ones")
  func replaces() throws {
    let tools = try ToolFolder()
    try tools.scratch.write("prefix/share/unroll/lessons/models/old/model.yaml", "old")
    let prefix = tools.scratch.path("prefix")
    #expect(
      try tools.setUp("install", prefix, user: 1000, hasHeader: true, environment: built).status
        == 0)
    #expect(
      try names(in: prefix + "/share/unroll/lessons/models")
        == ["adding", "brackets", "copy", "latch", "latch4", "parity", "weather"])
  }

  @Test("a place that cannot be written is a sentence, and the old program stays")
  func unwritable() throws {
    let tools = try ToolFolder()
    try tools.scratch.write("prefix/bin/unroll", "old")
    try tools.scratch.write("prefix/share", "a file where a folder has to be")
    let prefix = tools.scratch.path("prefix")
    let outcome = try tools.setUp(
      "install", prefix, user: 1000, hasHeader: true, environment: built)
    #expect(outcome.status == 1)
    #expect(
      outcome.errors.hasSuffix(
        "\n\(prefix) cannot be written; name another place: sh .setup install PREFIX\n"))
    #expect(try tools.scratch.read("prefix/bin/unroll") == "old")
  }

  @Test(
    "it builds for release, with Swift's library in the program where there is one, and installs it",
    arguments: [true, false])
  func builds(_ hasLibrary: Bool) throws {
    let tools = try ToolFolder()
    try tools.scratch.write("built/unroll", "#!/bin/sh\necho built\n", permissions: 0o755)
    if hasLibrary { try tools.scratch.write("swift_static/linux/libswiftCore.a", "") }
    let library = tools.scratch.path("swift_static")
    try tools.standIn(
      "swift",
      """
      case "$*" in
        *--show-bin-path) echo \(quoted(tools.scratch.path("built"))) ;;
        -print-target-info*) echo '    "runtimeResourcePath": "\(library)"' ;;
      esac
      """)
    let prefix = tools.scratch.path("prefix")
    #expect(try tools.setUp("install", prefix, user: 1000, hasHeader: true).status == 0)
    let call =
      "swift build -c release --product unroll --scratch-path .build/install"
      + (hasLibrary ? " --static-swift-stdlib -Xlinker -s" : "")
    #expect(
      tools.calls() == [
        "swift -print-target-info -static-stdlib", call, "\(call) --show-bin-path",
      ])
    #expect(try Child.run([prefix + "/bin/unroll"]).text == "built\n")
  }

  @Test("a build that fails installs nothing")
  func failedBuild() throws {
    let tools = try ToolFolder()
    try tools.standIn("swift", "exit 1")
    let prefix = tools.scratch.path("prefix")
    #expect(try tools.setUp("install", prefix, user: 1000, hasHeader: true).status == 1)
    #expect(access(prefix, F_OK) != 0)
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
}
