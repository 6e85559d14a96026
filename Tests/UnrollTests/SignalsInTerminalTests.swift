import Foundation
import Testing

@Suite("Signals in a terminal")
struct SignalsInTerminalTests {
  /// Those whose default action ends a program and that are no crash; of the real-time ones, which
  /// have no names in Swift, the first and the last.
  static let endings: [Int32] = {
    var signals = [
      SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGUSR1, SIGUSR2, SIGALRM, SIGPIPE, SIGXCPU, SIGPROF, SIGIO,
      SIGVTALRM,
    ]
    #if os(Linux)
      signals += [SIGSTKFLT, SIGPWR, 34, 64]
    #endif
    return signals
  }()

  @Test(
    "a signal from outside ends the program by that signal, and the terminal is whole",
    arguments: endings)
  func ends(_ signal: Int32) throws {
    let session = try TmuxSession()
    try session.open()
    try session.press("Right")
    try session.wait(for: "t 1 of 0–49")
    kill(try session.process(), signal)
    try session.expectEnd(status: 128 + signal)
  }

  /// The tutor in a terminal that takes nothing, while it writes the frame that a key led to.
  private func stoppedSession() throws -> TmuxSession {
    let session = try TmuxSession()
    try session.open()
    let terminal = open(try session.variable("pane_tty"), O_RDWR | O_NOCTTY)
    try #require(terminal >= 0)
    defer { close(terminal) }
    try #require(tcflow(terminal, TCOOFF) == 0)
    try session.press("Right")
    // It has been read: what it leads to is what the terminal does not take.
    try session.wait { _ in
      var unread: Int32 = 0
      return ioctl(terminal, UInt(FIONREAD), &unread) == 0 && unread == 0
    }
    return session
  }

  @Test("a signal ends it also while the terminal takes no output, and the terminal is whole")
  func stoppedOutput() throws {
    let session = try stoppedSession()
    kill(try session.process(), SIGTERM)
    try session.expectEnd(status: 128 + SIGTERM)
  }

  @Test("Ctrl-Z stops it also while the terminal takes no output, and fg brings all of it back")
  func suspendedWhileStopped() throws {
    let session = try stoppedSession()
    kill(try session.process(), SIGTSTP)
    try session.waitForPrompt()
    try session.enter("fg")
    try session.wait(for: "t 1 of 0–49")
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test(
    "the signals that stop a program in the background leave the terminal whole as Ctrl-Z does",
    arguments: [SIGTTIN, SIGTTOU])
  func background(_ signal: Int32) throws {
    let session = try TmuxSession()
    try session.open()
    kill(try session.process(), signal)
    try session.expectEnd(status: 128 + SIGTSTP)
    try session.enter("bg; fg")
    try session.wait(for: "t 0 of 0–49")
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("a file that may not grow is a sentence, and the program goes on")
  func fileLimit() throws {
    let session = try TmuxSession()
    try session.enter("sh -c 'ulimit -f 0; exec \(Program.path)'")
    try session.wait(for: "t 0 of 0–49")
    try session.press("y")
    try session.wait(for: "cannot be written")
    try session.press("Right")
    try session.wait(for: "t 1 of 0–49")
    try session.press("q")
    try session.wait(for: "ready>")
  }

  @Test("SIGQUIT at the very start ends the program at once, without a backtrace")
  func quitAtStart() throws {
    let session = try TmuxSession()
    try session.enter(
      """
      for i in 1 2 3 4 5 6 7 8 9 10 11 12; do \(quoted(Program.path)) summary >all & j=0; \
      while [ $j -lt $((i * 600)) ]; do j=$((j + 1)); done; kill -QUIT $!; wait $!; echo $? >>ends; \
      done; echo all ended
      """)
    let screen = try session.wait(for: "\nall ended")
    #expect(!screen.contains("acktrac"))
    let ends = Set(try session.scratch.read("ends").split(separator: "\n"))
    // A shell has 128 and the number for a signal; a late one may find it at its end.
    #expect(ends.contains("131") && ends.isSubset(of: ["131", "0"]))
  }

  @Test(
    "a crash leaves the terminal whole",
    arguments: [SIGSEGV, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSYS])
  func crash(_ signal: Int32) throws {
    let session = try TmuxSession()
    try session.open()
    kill(try session.process(), signal)
    try session.expectEnd(status: 128 + signal)
  }

  @Test("Ctrl-C ends the program as SIGINT does")
  func controlC() throws {
    let session = try TmuxSession()
    try session.open()
    try session.press("C-c")
    try session.expectEnd(status: 128 + SIGINT)
  }

  @Test("Ctrl-Z gives the shell its terminal, and fg brings the screen and the keys back")
  func suspend() throws {
    let session = try TmuxSession()
    try session.open()
    try session.press("Right")
    let screen = try session.settled(at: "t 1 of 0–49")
    try session.press("C-z")
    try session.expectEnd(status: 128 + SIGTSTP)
    try session.enter("fg")
    try session.wait { $0 == screen }
    try session.press("Right")
    try session.wait(for: "t 2 of 0–49")
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("a window that was resized while the program was stopped is filled")
  func resizedWhileStopped() throws {
    let session = try TmuxSession()
    try session.open()
    try session.press("C-z")
    try session.waitForPrompt()
    try session.resize(width: 59, height: 17)
    try session.enter("fg")
    try session.wait(for: "Unroll needs 60×18; this window is 59×17.")
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("kill -TSTP stops it as Ctrl-Z does, time and again, also in the middle of a frame")
  func stoppedAgain() throws {
    let session = try TmuxSession()
    try session.open()
    for _ in 1...5 {
      kill(try session.process(), SIGTSTP)
      try session.expectEnd(status: 128 + SIGTSTP)
      try session.enter("fg")
      try session.wait(for: "t 0 of 0–49")
    }
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("after kill -STOP, which no program can prepare for, it comes back all the same")
  func stoppedHard() throws {
    let session = try TmuxSession()
    try session.open()
    let screen = try session.settled(at: "t 0 of 0–49")
    kill(try session.process(), SIGSTOP)
    try session.wait(for: "ready>")
    // The line settings are still the program's: return does not end a line.
    try session.type("fg")
    try session.press("C-j")
    try session.wait { $0 == screen }
    try session.press("q")
    try session.expectEnd(status: 0)
  }

  @Test("when the terminal goes away the program is gone")
  func hangUp() throws {
    let session = try TmuxSession()
    try session.open()
    let process = try session.process()
    // The server stays for a second session; only this terminal ends.
    try session.tmux(["new-session", "-d", "-s", "other", "exec sh"])
    try session.tmux(["kill-session", "-t", "0"])
    let end = ContinuousClock.now + TmuxSession.deadline
    while !hasEnded(process), ContinuousClock.now < end { usleep(20_000) }
    #expect(hasEnded(process))
  }
}

/// Whether a process is gone, or is only waiting for its parent to ask for its status.
private func hasEnded(_ process: pid_t) -> Bool {
  kill(process, 0) != 0 || state(process) == "Z"
}

/// The letter that ps has for the state of a process.
private func state(_ process: pid_t) -> Character? {
  (try? Child.run(["ps", "-o", "stat=", "-p", "\(process)"]))?.text.first
}
