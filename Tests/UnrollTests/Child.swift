import Foundation
import Processes

/// A process that is run to its end, with everything it wrote.
struct Outcome {
  /// The exit status; 128 and the signal's number where a signal ended it, as a shell has it.
  let status: Int32
  let output: Data
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
}

/// A process did not end in time, or ended as it should not.
struct ChildError: Error, CustomStringConvertible {
  let description: String
}

/// Runs programs to their end, their output into files.
///
/// No pipes: another child, started at the same moment, may inherit the writing end of one and keep
/// it open for ever, as the server of tmux does.
enum Child {
  /// What every child finds in its environment unless a test says otherwise.
  static let environment = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    "LC_ALL": utf8,
  ]

  #if canImport(Darwin)
    static let utf8 = "en_US.UTF-8"
  #else
    static let utf8 = "C.UTF-8"
  #endif

  /// Held while a child starts, and by those who write what a child is to run.
  static let starting = NSLock()

  /// Runs a command, its first word looked up on the PATH of the tests.
  static func run(
    _ command: [String], environment: [String: String] = Child.environment,
    input: String = "/dev/null", seconds: Int = 120
  ) throws -> Outcome {
    let scratch = try Scratch()
    let output = scratch.path("output")
    let errors = scratch.path("errors")
    var child = try start(
      command, environment: environment, input: input, output: output, errors: errors)
    guard let ending = child.wait(within: .seconds(seconds)) else {
      throw ChildError(description: "still running after \(seconds) s: \(command)")
    }
    return Outcome(
      status: ending.status, output: try Data(contentsOf: URL(filePath: output)),
      errors: String(decoding: try Data(contentsOf: URL(filePath: errors)), as: UTF8.self))
  }

  private static func start(
    _ command: [String], environment: [String: String], input: String, output: String,
    errors: String
  ) throws -> Processes.Child {
    starting.lock()
    defer { starting.unlock() }
    return try Processes.Child(
      command, environment: environment, input: .reading(input), output: .writing(output),
      errors: .writing(errors))
  }
}

extension Ending {
  /// As a shell has it.
  fileprivate var status: Int32 {
    switch self {
    case .exit(let status): status
    case .signal(let number): 128 + number
    }
  }
}
