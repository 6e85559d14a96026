import Foundation

/// A program in a terminal of its own.
package struct ProgramInTerminal: ~Copyable {
  package var terminal: PseudoTerminal
  package var child: Child

  /// Starts a program in a fresh terminal; a stream that is not given leads there.
  package init(
    _ arguments: [String], columns: UInt16, rows: UInt16, environment: [String: String],
    input: Child.Stream? = nil, output: Child.Stream? = nil, errors: Child.Stream? = nil
  ) throws {
    let terminal = try PseudoTerminal(columns: columns, rows: rows)
    let own = Child.Stream.file(terminal.path, flags: O_RDWR)
    let child = try Child(
      arguments, environment: environment, input: input ?? own, output: output ?? own,
      errors: errors ?? own, leadsSession: true)
    self.terminal = terminal
    self.child = child
  }

  /// Waits for the end of the program and reads what it writes meanwhile, to the last byte; nil
  /// where it did not end in time.
  package mutating func end(within time: Duration) -> Ending? {
    let end = ContinuousClock.now + time
    while true {
      if let ending = child.hasEnded() {
        while terminal.read(within: 0) > 0 {}
        return ending
      }
      if ContinuousClock.now > end { return nil }
      terminal.read(within: 2)
    }
  }

  /// User and system time so far, in seconds.
  package func processorTime() throws -> Double {
    let fields = try status(of: "stat").split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
      throw ProcessError("/proc tells no processor time")
    }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The most memory that was resident at once so far, in MiB.
  package func peakMemory() throws -> Double {
    for line in try status(of: "status").split(separator: "\n") where line.hasPrefix("VmHWM:") {
      let fields = line.split(separator: " ")
      if fields.count > 1, let kibibytes = Double(fields[1]) { return kibibytes / 1024 }
    }
    throw ProcessError("/proc tells no peak memory")
  }

  private func status(of file: String) throws -> String {
    try String(contentsOfFile: "/proc/\(child.process)/\(file)", encoding: .utf8)
  }
}
