import Foundation

/// The lines of standard input, one at a time, and whether there may be more of them.
struct InputLines {
  /// What was read and is not given yet, from `start` on.
  private var bytes: [UInt8] = []
  private var start = 0
  private(set) var hasEnded = false

  /// A line, or that it is longer than any that means something, and was left out.
  enum Line: Equatable {
    case text(String)
    case tooLong
  }

  /// The bytes of a line.
  static let longest = 1 << 16

  /// Whether somebody types them.
  var areTyped: Bool { isatty(STDIN_FILENO) == 1 }

  /// The next line without its end; nil once there is none.
  mutating func next() -> Line? {
    var searched = start
    var isTooLong = false
    while true {
      if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        let line = bytes[start..<end]
        start = end + 1
        return isTooLong ? .tooLong : given(line)
      }
      // Nothing is searched twice, and nothing of a line that is left out is kept.
      isTooLong = isTooLong || bytes.count - start > Self.longest
      bytes.removeFirst(isTooLong ? bytes.count : start)
      start = 0
      searched = bytes.count
      if hasEnded { break }
      read()
    }
    defer { bytes = [] }
    if isTooLong { return .tooLong }
    return bytes.isEmpty ? nil : given(bytes[...])
  }

  private func given(_ line: ArraySlice<UInt8>) -> Line {
    guard line.count <= Self.longest else { return .tooLong }
    let isWindows = line.last == UInt8(ascii: "\r")
    return .text(String(decoding: isWindows ? line.dropLast() : line, as: UTF8.self))
  }

  private mutating func read() {
    var chunk = [UInt8](repeating: 0, count: 4096)
    let count = Foundation.read(STDIN_FILENO, &chunk, chunk.count)
    if count > 0 {
      bytes += chunk[..<count]
    } else if count == 0 || errno != EINTR {
      hasEnded = true
    }
  }

  /// Whether a line or the end comes within a time.
  func come(within time: Duration) -> Bool {
    if hasEnded || bytes[start...].contains(UInt8(ascii: "\n")) { return true }
    var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&waiting, 1, Int32(time / .milliseconds(1))) > 0
  }

  /// Whether another line may come, as far as that can be told before it does.
  var mayHaveMore: Bool {
    if start < bytes.count { return true }
    if hasEnded { return false }
    if areTyped { return true }
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return false }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return lseek(STDIN_FILENO, 0, SEEK_CUR) < status.st_size
    case S_IFIFO, S_IFSOCK:
      // A pipe that is empty and has a writer may get lines; one that nobody writes to is at its end.
      var waiting = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
      return poll(&waiting, 1, 0) == 0 || waiting.revents & Int16(POLLIN) != 0
    default: return false
    }
  }
}
