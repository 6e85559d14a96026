import Foundation
import Processes

extension ProgramInTerminal {
  /// Starts a program in a terminal as most are.
  init(_ arguments: [String], columns: UInt16, rows: UInt16) throws {
    var environment = ProcessInfo.processInfo.environment
    environment["TERM"] = "xterm-256color"
    environment["LC_ALL"] = "C.UTF-8"
    environment["UNROLL_STILL"] = "1"
    try self.init(arguments, columns: columns, rows: rows, environment: environment)
  }

  /// Reads until `text` has come, or until nothing has come for so long; `first` is the patience for
  /// the first byte, where that is longer. Tells how many bytes came, in how many pieces, when the
  /// last of them did, and whether `text` was among them.
  mutating func read(
    until text: String? = nil, first: Int32? = nil, quiet milliseconds: Int32
  ) -> (bytes: Int, pieces: Int, last: ContinuousClock.Instant?, found: Bool) {
    var pieces = 0
    var last: ContinuousClock.Instant?
    var seen: [UInt8] = []
    let wanted = text.map { Array($0.utf8) }
    while terminal.read(within: last == nil ? first ?? milliseconds : milliseconds) > 0 {
      last = ContinuousClock.now
      pieces += 1
      seen += terminal.take()
      if let wanted, seen.contains(wanted) { return (seen.count, pieces, last, true) }
    }
    return (seen.count, pieces, last, false)
  }

  /// Leaves the program alone.
  ///
  /// - Returns: how many bytes it wrote meanwhile.
  mutating func idle(seconds: Int) -> Int {
    let end = ContinuousClock.now + .seconds(seconds)
    var bytes = 0
    while ContinuousClock.now < end {
      let left = (end - ContinuousClock.now).milliseconds
      bytes += read(quiet: Int32(max(1, left))).bytes
    }
    return bytes
  }
}
