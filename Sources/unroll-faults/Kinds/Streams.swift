import Foundation
import Processes

extension Kind {
  static let streams = Kind(
    name: "streams",
    sentence: """
      Standard streams that are a terminal, a pipe, closed, full, empty, or open the wrong way, for \
      every subcommand: no crash, no wait, a known exit status.
      """,
    quick: Amount(trials: 20), long: Amount(trials: 1500), batch: 50
  ) { trial in
    let arguments = trial.chance.pick(streamCommands)
    // What is full has no end where it is read, and so has the program that reads it.
    let kinds =
      [trial.chance.pick(StreamKind.allCases.filter { $0 != .full })]
      + (0..<2).map { _ in trial.chance.pick(StreamKind.allCases) }
    let name =
      "unroll \(arguments.joined(separator: " ")), streams "
      + kinds.map(\.rawValue).joined(separator: ", ")
    try trial.write("file", "go 3\nvalue x[0, 0]\nquit\n")
    var pipes = Pipes()
    var streams: [Child.Stream?] = []
    for (place, kind) in kinds.enumerated() {
      streams.append(try pipes.stream(kind, number: place, trial))
    }
    var program = try ProgramInTerminal(
      [Program.path] + arguments, columns: 100, rows: 30, environment: trial.environment(),
      input: streams[0], output: streams[1], errors: streams[2])
    pipes.closeTheirs()
    guard let ending = pipes.end(&program) else { throw Fault("\(name): it never ended") }
    let allowed: [Ending] = [.exit(0), .exit(1), .exit(64), .signal(SIGPIPE)]
    guard allowed.contains(ending) else { throw Fault("\(name): it ended with \(ending)") }
  }

  private static let streamCommands = [
    [], ["--plain"], ["--plain", "--do", "go 12"], ["play", "1"], ["play", "1", "--plain"],
    ["play", "1", "--transcript"], ["lessons"], ["check", "1"], ["record", "1"], ["schema"],
    ["frame"], ["frame", "--format", "svg"], ["summary"], ["trace"], ["trace", "--format", "json"],
    ["trace", "--format", "safetensors"], ["evaluate", "--fresh", "10"],
    ["train", "parity", "--examples", "16", "--epochs", "1"], ["--help"], ["--version"],
    ["--nonsense"], ["play", "nowhere"], ["--model", "nowhere"],
  ]
}

/// What a standard stream is.
private enum StreamKind: String, CaseIterable {
  case terminal, pipe, brokenPipe, closed, null, full, file, wrongWay
}

/// The pipes of one trial.
private struct Pipes {
  private var theirs: [Int32] = []
  private var ours: [Int32] = []

  /// The stream of a kind; nil for the terminal.
  mutating func stream(_ kind: StreamKind, number: Int, _ trial: Trial) throws -> Child.Stream? {
    let isInput = number == 0
    switch kind {
    case .terminal: return nil
    case .closed: return .closed
    case .null: return .file("/dev/null", flags: isInput ? O_RDONLY : O_WRONLY)
    case .full: return .file("/dev/full", flags: O_WRONLY)
    case .file:
      return isInput ? .reading(trial.path("file")) : .writing(trial.path("written-\(number)"))
    case .wrongWay:
      return isInput ? .writing(trial.path("written")) : .reading(trial.path("file"))
    case .pipe, .brokenPipe:
      var ends: [Int32] = [-1, -1]
      guard Foundation.pipe(&ends) == 0 else { throw ProcessError("there is no pipe to be had") }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      let (their, our) = isInput ? (ends[0], ends[1]) : (ends[1], ends[0])
      theirs.append(their)
      if isInput, kind == .pipe {
        let lines = Array("go 3\n(10)\nquit\n".utf8)
        _ = write(our, lines, lines.count)
      }
      if isInput || kind == .brokenPipe { close(our) } else { ours.append(our) }
      return .descriptor(their)
    }
  }

  mutating func closeTheirs() {
    for end in theirs { close(end) }
    theirs = []
  }

  /// Reads what comes, and presses what ends a program that somebody uses.
  mutating func end(_ program: inout ProgramInTerminal) -> Ending? {
    defer { for end in ours { close(end) } }
    let end = ContinuousClock.now + .seconds(20)
    var nextKey = ContinuousClock.now + .milliseconds(300)
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while ContinuousClock.now < end {
      if let ending = program.child.hasEnded() { return ending }
      for pipe in ours {
        var source = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
        if poll(&source, 1, 0) > 0 { _ = read(pipe, &buffer, buffer.count) }
      }
      program.terminal.read(within: 1)
      _ = program.terminal.take()
      guard ContinuousClock.now > nextKey else { continue }
      program.terminal.press("\u{1B}", within: .milliseconds(10))
      program.terminal.read(within: 100)
      // A key for a screen, a line for a conversation.
      program.terminal.press("q\n", within: .milliseconds(10))
      program.terminal.press("\u{4}", within: .milliseconds(10))
      nextKey = ContinuousClock.now + .milliseconds(200)
    }
    return nil
  }
}
