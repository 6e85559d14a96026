import Foundation
import Testing

/// A shell in a real terminal, with a server of tmux of its own that ends with it.
///
/// The shell's folder is the session's scratch folder. Nothing here passes by waiting for a fixed
/// time: what is waited for is text, until a deadline that only a failure reaches.
final class TmuxSession {
  static let deadline = Duration.seconds(30)

  let scratch: Scratch

  init(width: Int = 100, height: Int = 30) throws {
    scratch = try Scratch()
    let size = ["-x", "\(width)", "-y", "\(height)"]
    // Only an interactive shell has jobs. It reads this file at its start, and none of the user's.
    try scratch.write("start", "PS1='ready> '\n")
    // Someone who has been here before, and is not greeted.
    try scratch.write(
      ".local/state/unroll/progress.json",
      #"{"00": {"step": 1, "right": 0, "answered": 0, "questions": 0, "finished": true}}"#)
    try tmux(["new-session", "-d"] + size + ["-c", scratch.folder, "exec sh -i"])
    try waitForPrompt()
  }

  deinit {
    _ = try? tmux(["kill-server"])
  }

  /// Runs a command in the shell and waits for the prompt after it, on an empty screen.
  func command(_ line: String) throws {
    try enter("\(line); clear")
    try wait { $0.trimmingCharacters(in: .whitespacesAndNewlines) == "ready>" }
  }

  /// Runs a command of tmux in this session's server.
  @discardableResult
  func tmux(_ arguments: [String]) throws -> String {
    let server = ["tmux", "-u", "-S", scratch.path("server"), "-f", "/dev/null"]
    let variables = Child.environment.merging(
      ["HOME": scratch.folder, "SHELL": "/bin/sh", "ENV": scratch.path("start")]
    ) { _, new in new }
    let outcome = try Child.run(server + arguments, environment: variables, seconds: 30)
    guard outcome.status == 0 else {
      throw ChildError(description: "tmux \(arguments): \(outcome.errors)")
    }
    return outcome.text
  }

  /// Presses keys by tmux's names: Right, Enter, C-z, a.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Types characters as they stand.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", "--", text]) }

  /// Types a line for the shell.
  func enter(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  /// Sends bytes in one piece, as a terminal sends a key.
  func send(_ bytes: String) throws {
    try tmux(["send-keys", "-H"] + bytes.utf8.map { String($0, radix: 16) })
  }

  /// Pastes a text, bracketed where the program asked for that.
  func paste(_ text: String) throws {
    try tmux(["set-buffer", text])
    try tmux(["paste-buffer", "-p"])
  }

  func resize(width: Int, height: Int) throws {
    try tmux(["resize-window", "-x", "\(width)", "-y", "\(height)"])
  }

  /// What the terminal shows.
  func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// What the terminal shows, with its colours.
  func colouredScreen() throws -> String { try tmux(["capture-pane", "-p", "-e"]) }

  /// A variable of tmux, say alternate_on.
  func variable(_ name: String) throws -> String {
    try tmux(["display-message", "-p", "#{\(name)}"]).trimmingCharacters(in: .newlines)
  }

  /// Waits for a text on the screen.
  ///
  /// - Returns: the screen that has it.
  @discardableResult
  func wait(
    for text: String, within deadline: Duration = TmuxSession.deadline,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    try wait(within: deadline, sourceLocation: sourceLocation) { $0.contains(text) }
  }

  /// Waits for a text on the screen, and for the rest of the frame that brought it.
  func settled(
    at text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    // ncurses sends a frame in pieces; the last is there when two looks in a row agree.
    var last = try wait(for: text, sourceLocation: sourceLocation)
    return try wait(sourceLocation: sourceLocation) { screen in
      defer { last = screen }
      return screen == last
    }
  }

  /// Waits until the shell has nothing more to do.
  func waitForPrompt(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(sourceLocation: sourceLocation) { screen in
      let last = screen.split(separator: "\n").last { !$0.allSatisfy(\.isWhitespace) }
      return last.map { $0.trimmingCharacters(in: .whitespaces) } == "ready>"
    }
  }

  /// Waits for a screen that is as it should be.
  @discardableResult
  func wait(
    within deadline: Duration = TmuxSession.deadline,
    sourceLocation: SourceLocation = #_sourceLocation, _ isRight: (String) throws -> Bool
  ) throws -> String {
    let end = ContinuousClock.now + deadline
    while true {
      let isLast = ContinuousClock.now > end
      let screen = try screen()
      if try isRight(screen) { return screen }
      try #require(
        !isLast, "it never came; the screen is:\n\(screen)", sourceLocation: sourceLocation)
      usleep(20_000)
    }
  }
}
