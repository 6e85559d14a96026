import Foundation
import ModelFiles
import Processes

/// The program that is tried.
enum Program {
  /// Where this program stands; the one that is tried stands beside it.
  static let ownPath = ModelLibrary.programPath() ?? CommandLine.arguments[0]
  static let path = (ownPath as NSString).deletingLastPathComponent + "/unroll"

  /// The lessons that ship.
  static let lessons = (try? ModelLibrary(explicit: nil).lessons()) ?? "lessons"
}

/// A program that was run to its end, with everything that it wrote.
struct Outcome {
  let ending: Ending
  let output: [UInt8]
  let errors: [UInt8]
  /// In MiB.
  let peakMemory: Double

  var text: String { String(decoding: output, as: UTF8.self) }
  var errorText: String { String(decoding: errors, as: UTF8.self) }
}

extension Trial {
  /// What every program finds in its environment: a home of the trial's own.
  func environment(_ other: [String: String] = [:]) -> [String: String] {
    [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": path("home"), "TERM": "xterm-256color",
      "LC_ALL": "C.UTF-8", "UNROLL_STILL": "1",
    ].merging(other) { _, new in new }
  }

  /// Runs the program without a terminal to its end; `limits` are those of the shell's `ulimit`.
  func run(
    _ arguments: [String], input: [UInt8] = [], environment other: [String: String] = [:],
    limits: String? = nil, seconds: Int = 30
  ) throws -> Outcome {
    let (output, errors) = (path("output"), path("errors"))
    let command = Self.limited([Program.path] + arguments, limits)
    var child = try Child(
      command, environment: environment(other), input: .reading(try write("input", input)),
      output: .writing(output), errors: .writing(errors))
    guard let ending = child.wait(within: .seconds(seconds)) else {
      throw Fault("'\(shown(arguments))' had not ended after \(seconds) s")
    }
    return Outcome(
      ending: ending, output: read("output") ?? [], errors: read("errors") ?? [],
      peakMemory: child.peakMemory)
  }

  /// Opens the program in a terminal and waits for its screen.
  func open(
    _ arguments: [String] = [], columns: UInt16 = 100, rows: UInt16 = 30,
    environment other: [String: String] = [:], limits: String? = nil
  ) throws -> ProgramInTerminal {
    var program = try start(
      arguments, columns: columns, rows: rows, environment: other, limits: limits)
    let end = ContinuousClock.now + .seconds(20)
    while !program.terminal.read(until: "quit", within: .milliseconds(200)) {
      if let ending = program.end(within: .zero) {
        let said = String(decoding: program.terminal.take(), as: UTF8.self)
        throw Fault("'\(shown(arguments))' showed no screen: \(ending): \(said)")
      }
      guard ContinuousClock.now < end else {
        throw Fault("'\(shown(arguments))' showed no screen within 20 s")
      }
    }
    return program
  }

  /// Starts the program in a terminal.
  func start(
    _ arguments: [String], columns: UInt16 = 100, rows: UInt16 = 30,
    environment other: [String: String] = [:], limits: String? = nil
  ) throws -> ProgramInTerminal {
    try ProgramInTerminal(
      Self.limited([Program.path] + arguments, limits), columns: columns, rows: rows,
      environment: environment(other))
  }

  private static func limited(_ command: [String], _ limits: String?) -> [String] {
    guard let limits else { return command }
    return ["/bin/sh", "-c", "ulimit \(limits); exec \"$@\"", "sh"] + command
  }

  private func shown(_ arguments: [String]) -> String {
    (["unroll"] + arguments).joined(separator: " ")
  }
}

extension ProgramInTerminal {
  /// Leaves the program by its key from wherever it is; nil where it does not end in time.
  mutating func quit(within time: Duration = .seconds(10)) -> Ending? {
    let end = ContinuousClock.now + time
    // A program that has much to do is given time, and not more to do.
    var patience = Duration.milliseconds(150)
    while ContinuousClock.now < end {
      if let ending = child.hasEnded() { return ending }
      terminal.press("\u{1B}", within: .milliseconds(100))
      // A lone escape is told from a sequence by the silence behind it.
      terminal.read(untilQuiet: 100, within: .milliseconds(300))
      terminal.press("q", within: .milliseconds(100))
      if let ending = self.end(within: patience) { return ending }
      patience *= 2
    }
    return self.end(within: .zero)
  }

  /// - Throws: a `Fault` unless its key ends it, with status 0.
  mutating func expectQuit(_ place: String, within time: Duration = .seconds(10)) throws {
    switch quit(within: time) {
    case .exit(0): return
    case let ending?: throw Fault("\(place): it ended with \(ending)")
    case nil: throw Fault("\(place): q did not end it within \(Int(time.seconds)) s")
    }
  }
}
