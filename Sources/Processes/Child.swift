import Foundation

/// A process that we started. It is killed where nobody waited for its end.
package struct Child: ~Copyable {
  /// Where a standard stream of a child leads.
  package enum Stream: Hashable, Sendable {
    /// To no place: the descriptor is closed.
    case closed
    /// To a descriptor of ours.
    case descriptor(Int32)
    /// To a file that is opened with these flags.
    case file(String, flags: Int32)

    /// A file to read from.
    package static func reading(_ path: String) -> Stream { .file(path, flags: O_RDONLY) }

    /// A file that is made anew.
    package static func writing(_ path: String) -> Stream {
      .file(path, flags: O_WRONLY | O_CREAT | O_TRUNC)
    }
  }

  package let process: pid_t
  /// How it ended, once somebody has waited for that.
  package private(set) var ending: Ending?
  /// The most memory in MiB that it, or a child of its own that it waited for, had at once; known
  /// once it has ended.
  package private(set) var peakMemory = 0.0

  /// Starts a program, its first word a path or a name on the PATH.
  ///
  /// `environment` is all that it finds there. It starts a session of its own where it
  /// `leadsSession`: then a terminal among its streams becomes its own. Signals are as a shell hands
  /// them on.
  package init(
    _ arguments: [String], environment: [String: String], input: Stream, output: Stream,
    errors: Stream, leadsSession: Bool = false
  ) throws {
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
    for (place, stream) in [input, output, errors].enumerated() {
      let number = Int32(place)
      switch stream {
      case .closed: posix_spawn_file_actions_addclose(&actions, number)
      case .descriptor(let ours): posix_spawn_file_actions_adddup2(&actions, ours, number)
      case .file(let path, let flags):
        posix_spawn_file_actions_addopen(&actions, number, path, flags, 0o600)
      }
    }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    var flags = POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK
    if leadsSession { flags |= Self.setSession }
    posix_spawnattr_setflags(&attributes, Int16(flags))

    guard !arguments.isEmpty else { throw ProcessError("there is nothing to start") }
    var process: pid_t = 0
    let code = Self.withStrings(arguments) { words in
      Self.withStrings(environment.map { "\($0.key)=\($0.value)" }) { variables in
        posix_spawnp(&process, arguments[0], &actions, &attributes, words, variables)
      }
    }
    guard code == 0 else {
      throw ProcessError(
        "\(arguments[0]) cannot be started: "
          + String(cString: strerror(code)).lowercased())
    }
    self.process = process
  }

  deinit {
    guard ending == nil else { return }
    Foundation.kill(process, SIGKILL)
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
  }

  #if canImport(Darwin)
    private static let setSession = POSIX_SPAWN_SETSID
  #else
    // Glibc's own number, which its headers show only to those who ask for all of GNU.
    private static let setSession: Int32 = 0x80
  #endif

  /// Sends a signal, unless the process has ended.
  package func kill(_ signal: Int32) {
    if ending == nil { Foundation.kill(process, signal) }
  }

  /// Whether it has ended by now, and how.
  package mutating func hasEnded() -> Ending? {
    if let ending { return ending }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(process, &status, WNOHANG, &usage) == process else { return nil }
    ending = Ending(status: status)
    #if canImport(Darwin)
      peakMemory = Double(usage.ru_maxrss) / 1_048_576
    #else
      peakMemory = Double(usage.ru_maxrss) / 1024
    #endif
    return ending
  }

  /// Waits for the end; nil where it did not come within so long. `meanwhile` is done again and
  /// again, and is to wait a little itself.
  package mutating func wait(
    within time: Duration, meanwhile: () -> Void = { usleep(1000) }
  ) -> Ending? {
    let end = ContinuousClock.now + time
    while true {
      if let ending = hasEnded() { return ending }
      if ContinuousClock.now > end { return nil }
      meanwhile()
    }
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}
