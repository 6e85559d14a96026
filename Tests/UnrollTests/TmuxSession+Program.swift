import Foundation
import Testing

extension TmuxSession {
  /// Opens the tutor from the session's shell and waits for its first screen; the environment is
  /// the usual one with these variables, nil takes one away.
  func open(
    _ arguments: [String] = [], environment: [String: String?] = [:],
    until text: String = "t 0 of 0–49"
  ) throws {
    try begin(arguments, environment: environment)
    try wait(for: text)
    try #require(try variable("alternate_on") == "1")
  }

  /// Types the line that runs the program, with what a shell writes behind it, say `2>errors`.
  func begin(
    _ arguments: [String] = [], environment: [String: String?] = [:], redirection: String = ""
  ) throws {
    // What a newcomer is shown would move on while a test looks.
    let all = ["UNROLL_STILL": "1"].merging(environment) { $1 }
    let changes = all.sorted { $0.key < $1.key }.map { name, value in
      value.map { "export \(name)=\(quoted($0))" } ?? "unset \(name)"
    }
    let words = ([Program.path] + arguments).map(quoted).joined(separator: " ")
    let lines = ["#!/bin/sh", "echo $$ >pid", "ulimit -c 0"] + changes + ["exec \(words)"]
    try scratch.write("run", lines.joined(separator: "\n") + "\n", permissions: 0o755)
    // All settings but the size, which a test may change.
    try command("stty -g >before")
    try enter("./run \(redirection)")
  }

  /// The process of the program that was begun last.
  func process() throws -> pid_t {
    try #require(pid_t(scratch.read("pid").trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// Waits until the program has ended or stopped, and expects this status and the terminal to be
  /// as it was before.
  func expectEnd(status: Int32, sourceLocation: SourceLocation = #_sourceLocation) throws {
    try waitForPrompt(sourceLocation: sourceLocation)
    // Only now: a shell does not go on with a line whose program was ended by SIGINT.
    try enter("echo ended with $?")
    try wait(for: "ended with \(status)\n", sourceLocation: sourceLocation)
    try expectWhole(sourceLocation: sourceLocation)
  }

  /// Expects the screen, the cursor, the keypad and the line settings of the shell.
  func expectWhole(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let flags = [
      ("alternate_on", "0"), ("cursor_flag", "1"), ("keypad_flag", "0"),
      ("keypad_cursor_flag", "0"), ("mouse_any_flag", "0"),
    ]
    for (name, value) in flags {
      #expect(try variable(name) == value, "\(name)", sourceLocation: sourceLocation)
    }
    try command("stty -g >after")
    #expect(
      try scratch.read("after") == scratch.read("before"), sourceLocation: sourceLocation)
    // What a shell prints after it stays where it is: no attribute is left on.
    try enter("echo plain")
    try wait(for: "\nplain", sourceLocation: sourceLocation)
    #expect(try !colouredScreen().contains("\u{1B}["), sourceLocation: sourceLocation)
  }
}
