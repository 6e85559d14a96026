import Foundation

/// A file's bytes, read whole but never more than a limit, and written whole or not at all.
package struct FileBytes {
  let file: String
  let bytes: [UInt8]

  /// Reads with `read` until the end, since a pipe or /dev/zero does not tell its size.
  static func read(_ file: String, limit: Int) throws(ModelFileError) -> FileBytes {
    let descriptor = open(file, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ModelFileError(file, reason(errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw ModelFileError(file, reason(errno)) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw ModelFileError(file, .folder) }
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
