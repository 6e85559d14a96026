import Foundation

/// A program in a terminal of its own, whose keys we press and whose bytes we read.
struct PseudoTerminal: ~Copyable {
  private let master: Int32
  let process: pid_t

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Starts a program in a fresh terminal.
  init(_ arguments: [String], columns: UInt16, rows: UInt16) throws {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    var master: Int32 = -1
    var strings: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) }
    strings.append(nil)
    defer { for string in strings { free(string) } }
    setenv("TERM", "xterm-256color", 1)
    setenv("LC_ALL", "C.UTF-8", 1)
    let process = forkpty(&master, nil, nil, &size)
    guard process >= 0 else { throw Failure(description: "forkpty failed, errno \(errno)") }
    if process == 0 {
      if let program = strings[0] { execvp(program, strings) }
      _exit(127)
    }
    self.master = master
    self.process = process
  }

  deinit {
    kill(process, SIGKILL)
    close(master)
    var status: Int32 = 0
    waitpid(process, &status, 0)
  }

  func press(_ keys: String) {
    _ = keys.withCString { write(master, $0, strlen($0)) }
  }

  /// Reads until `text` has come, or until nothing has come for so long, or the program has ended;
  /// `first` is the patience for the first byte, where that is longer. Tells how many bytes came, when
  /// the last of them did, and whether `text` was among them.
  func read(
    until text: String? = nil, first: Int32? = nil, quiet milliseconds: Int32
  ) -> (bytes: Int, last: ContinuousClock.Instant?, found: Bool) {
    let clock = ContinuousClock()
    var total = 0
    var last: ContinuousClock.Instant?
    var seen: [UInt8] = []
    let wanted = text.map { Array($0.utf8) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      var poll = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      let patience = total == 0 ? first ?? milliseconds : milliseconds
      guard Foundation.poll(&poll, 1, patience) > 0 else { return (total, last, false) }
      let count = Foundation.read(master, &buffer, buffer.count)
      guard count > 0 else { return (total, last, false) }
      last = clock.now
      total += count
      guard let wanted else { continue }
      seen += buffer[..<count]
      if seen.contains(wanted) { return (total, last, true) }
    }
  }

  /// User and system time so far, in seconds.
  func processorTime() throws -> Double {
    let fields = try status(of: "stat").split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
      throw Failure(description: "/proc tells no processor time")
    }
    return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// The most memory that was resident at once, in MiB.
  func peakMemory() throws -> Double {
    for line in try status(of: "status").split(separator: "\n") where line.hasPrefix("VmHWM:") {
      let fields = line.split(separator: " ")
      if fields.count > 1, let kibibytes = Double(fields[1]) { return kibibytes / 1024 }
    }
    throw Failure(description: "/proc tells no peak memory")
  }

  private func status(of file: String) throws -> String {
    try String(contentsOfFile: "/proc/\(process)/\(file)", encoding: .utf8)
  }
}
