import Foundation

/// The lines of standard input, one at a time, and whether there may be more of them.
struct InputLines {
  private var bytes: [UInt8] = []
  private(set) var hasEnded = false

  /// Whether somebody types them.
  var areTyped: Bool { isatty(STDIN_FILENO) == 1 }

  /// The next line without its end; nil once there is none.
  mutating func next() -> String? {
    while true {
      if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
        let line = bytes[..<end]
        bytes.removeFirst(end + 1)
        return text(line)
      }
      if hasEnded { break }
      read()
    }
    guard !bytes.isEmpty else { return nil }
    let line = bytes[...]
    bytes = []
    return text(line)
  }

  private func text(_ line: ArraySlice<UInt8>) -> String {
    String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self)
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

  /// Whether another line may come, as far as that can be told before it does.
  var mayHaveMore: Bool {
    if !bytes.isEmpty { return true }
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
