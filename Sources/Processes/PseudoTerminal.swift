import Foundation

/// A terminal of which we hold the other end: what its program writes we read, and what we write it
/// takes for keys.
package struct PseudoTerminal: ~Copyable {
  private let master: Int32
  /// Held open, so that the terminal outlives its program and shows what it left behind.
  private let slave: Int32
  /// The path under which a program opens it.
  package let path: String
  /// What was read so far and not taken yet.
  private(set) var output: [UInt8] = []

  /// A terminal of a size.
  package init(columns: UInt16, rows: UInt16) throws {
    var (master, slave): (Int32, Int32) = (-1, -1)
    guard openpty(&master, &slave, nil, nil, nil) == 0, let name = ttyname(slave) else {
      throw ProcessError("there is no terminal to be had, errno \(errno)")
    }
    path = String(cString: name)
    // Nothing that is started holds an end open.
    for end in [master, slave] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(master, F_SETFL, O_RDWR | O_NONBLOCK)
    (self.master, self.slave) = (master, slave)
    resize(columns: columns, rows: rows)
  }

  deinit {
    close(slave)
    close(master)
  }

  /// Gives the window another size, of which its program is told by a signal.
  package func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Stops what the program writes, as Ctrl-S does, or lets it go on.
  package func setOutput(isStopped: Bool) { tcflow(slave, isStopped ? TCOOFF : TCOON) }

  /// How the terminal treats lines, as one value to compare.
  package var lineSettings: [UInt8] {
    var line = termios()
    guard tcgetattr(slave, &line) == 0 else { return [] }
    return withUnsafeBytes(of: line) { Array($0) }
  }

  /// Waits for so many milliseconds, and reads what has come.
  ///
  /// - Returns: how many bytes came.
  @discardableResult
  package mutating func read(within milliseconds: Int32) -> Int {
    var source = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&source, 1, milliseconds) > 0 else { return 0 }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Foundation.read(master, &buffer, buffer.count)
    guard count > 0 else { return 0 }
    output += buffer[..<count]
    return count
  }

  /// Presses keys, reading meanwhile what is answered: a program that nobody reads takes no keys.
  ///
  /// - Returns: whether all of the bytes were taken in time.
  @discardableResult
  package mutating func press(_ bytes: [UInt8], within time: Duration = .seconds(10)) -> Bool {
    let end = ContinuousClock.now + time
    var rest = bytes[...]
    while true {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) }
      if rest.isEmpty { return true }
      if read(within: count > 0 ? 0 : 1) == 0, ContinuousClock.now > end { return false }
    }
  }

  /// Presses keys.
  @discardableResult
  package mutating func press(_ keys: String, within time: Duration = .seconds(10)) -> Bool {
    press(Array(keys.utf8), within: time)
  }

  /// Reads until a text has come; false where it did not in time.
  package mutating func read(until text: String, within time: Duration) -> Bool {
    let end = ContinuousClock.now + time
    let wanted = Array(text.utf8)
    while ContinuousClock.now < end {
      // What came with the last read may end it: its beginning can lie before.
      let before = max(0, output.count - wanted.count)
      if read(within: 20) > 0, output[before...].contains(wanted) { return true }
    }
    return false
  }

  /// Reads until nothing has come for so many milliseconds, at most for so long.
  package mutating func read(untilQuiet milliseconds: Int32, within time: Duration) {
    let end = ContinuousClock.now + time
    while read(within: milliseconds) > 0, ContinuousClock.now < end {}
  }

  /// What was read, which is forgotten.
  package mutating func take() -> [UInt8] {
    defer { output = [] }
    return output
  }
}
