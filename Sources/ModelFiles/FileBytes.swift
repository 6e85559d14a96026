import Foundation

/// A file's bytes, read whole but never more than a limit, and written whole or not at all.
package struct FileBytes {
  let file: String
  let bytes: [UInt8]

  /// Reads with `read` until the end, since a pipe or /dev/zero does not tell its size. What is no
  /// file is read under the system's own names alone, as /dev/stdin: a pipe that lies in a folder
  /// may have nobody who ever writes to it.
  static func read(_ file: String, limit: Int) throws(ModelFileError) -> FileBytes {
    // Opening a pipe would wait for someone to write.
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw ModelFileError(file, unopened(file, errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw ModelFileError(file, reason(errno)) }
    if let problem = problem(status.st_mode & S_IFMT, file) { throw ModelFileError(file, problem) }
    // Reading what is meant to be read waits for it.
    let flags = fcntl(descriptor, F_GETFL)
    guard flags >= 0, fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) == 0 else {
      throw ModelFileError(file, reason(errno))
    }
    guard status.st_size <= limit else { throw ModelFileError(file, .tooLarge(limit: limit)) }

    var bytes = [UInt8]()
    // One byte more than the size, so that the usual file ends with one read that returns 0.
    var room = max(Int(status.st_size), 4095) + 1
    while true {
      let before = bytes.count
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while count < buffer.count {
          let got = Foundation.read(
            descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
          if got < 0 {
            if errno == EINTR { continue }
            failure = errno
            return
          }
          if got == 0 { return }
          count += got
        }
      }
      guard failure == 0 else { throw ModelFileError(file, reason(failure)) }
      if before == 0 { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else { throw ModelFileError(file, .tooLarge(limit: limit)) }
      if chunk.count < room { return FileBytes(file: file, bytes: bytes) }
      room = min(max(bytes.count, 4096), limit - bytes.count + 1)
    }
  }

  /// Why a path of a kind is not read; nil where it is.
  private static func problem(_ kind: mode_t, _ file: String) -> ModelFileError.Problem? {
    switch kind {
    case S_IFREG: nil
    case S_IFDIR: .folder
    case S_IFIFO, S_IFSOCK:
      isOpenFile(file) ? nil : .noFile(kind: kind == S_IFIFO ? "pipe" : "socket")
    default: isOpenFile(file) || file.hasPrefix("/dev/") ? nil : .noFile(kind: "device")
    }
  }

  /// Why a path could not be opened; a socket never can.
  private static func unopened(_ file: String, _ code: Int32) -> ModelFileError.Problem {
    var status = stat()
    guard stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return reason(code) }
    return .noFile(kind: "socket")
  }

  /// Whether a path is the system's name of a file that the program has open already.
  static func isOpenFile(_ path: String) -> Bool {
    path == "/dev/stdin" || path.hasPrefix("/dev/fd/")
      || path.hasPrefix("/proc/") && path.contains("/fd/")
  }

  private static func reason(_ code: Int32) -> ModelFileError.Problem {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .folder
    case EACCES, EPERM: .unreadable(reason: "permission denied")
    default: .unreadable(reason: String(cString: strerror(code)).lowercased())
    }
  }

  /// The whole file as text.
  func text() throws(ModelFileError) -> String {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let text = String(bytes: bytes[start...], encoding: .utf8) else {
      throw ModelFileError(file, .notText)
    }
    return text
  }
}
