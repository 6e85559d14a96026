import Foundation

/// A process that is run to its end, with everything it wrote.
struct Outcome {
  /// The exit status; 128 and the signal's number where a signal ended it, as a shell has it.
  let status: Int32
  let output: Data
  let errors: String

  var text: String { String(decoding: output, as: UTF8.self) }
}

/// A process could not be started, or did not end in time.
struct ChildError: Error, CustomStringConvertible {
  let description: String
}

/// Starts processes with `posix_spawn`, their output into files.
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
    let child = try spawn(
      command, environment: environment, input: input, output: output, errors: errors)
    let status = try wait(for: child, seconds: seconds, command: command)
    return Outcome(
      status: status, output: try Data(contentsOf: URL(filePath: output)),
      errors: String(decoding: try Data(contentsOf: URL(filePath: errors)), as: UTF8.self))
  }

  private static func spawn(
    _ command: [String], environment: [String: String], input: String, output: String,
    errors: String
  ) throws -> pid_t {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, output, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, errors, flags, 0o600)
    // Signals as a shell hands them on, whatever the test runner ignores or holds back.
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))

    var child: pid_t = 0
    let code = withStrings(command) { arguments in
      withStrings(environment.map { "\($0.key)=\($0.value)" }) { variables in
        starting.withLock {
          posix_spawnp(&child, command[0], &actions, &attributes, arguments, variables)
        }
      }
    }
    guard code == 0 else {
      throw ChildError(description: "\(command[0]): \(String(cString: strerror(code)))")
    }
    return child
  }

  private static func wait(for child: pid_t, seconds: Int, command: [String]) throws -> Int32 {
    let deadline = ContinuousClock.now + .seconds(seconds)
    var status: Int32 = 0
    while waitpid(child, &status, WNOHANG) == 0 {
      if ContinuousClock.now > deadline {
        kill(child, SIGKILL)
        waitpid(child, &status, 0)
        throw ChildError(description: "still running after \(seconds) s: \(command)")
      }
      usleep(2000)
    }
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}
