import Foundation

/// A file that is open for reading, piece by piece.
///
/// What is no file is read under the system's own names alone, as /dev/stdin: a pipe that lies in a
/// folder may have nobody who ever writes to it.
package struct FileReader: ~Copyable {
  let file: String
  /// How many bytes it said it holds; a pipe and a device say 0.
  let size: Int
  private let descriptor: Int32

  init(_ file: String) throws(FileError) {
    // Opening a pipe would wait for someone to write.
    let descriptor = open(file, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw FileError(file, Self.unopened(file, errno)) }
    var status = stat()
    // Reading what is meant to be read waits for it.
    let flags = fcntl(descriptor, F_GETFL)
    guard fstat(descriptor, &status) == 0, flags >= 0,
      fcntl(descriptor, F_SETFL, flags & ~O_NONBLOCK) == 0
    else {
      let code = errno
      close(descriptor)
      throw FileError(file, Self.reason(code))
    }
    if let problem = Self.problem(status.st_mode & S_IFMT, file) {
      close(descriptor)
      throw FileError(file, problem)
    }
    self.file = file
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The next bytes, so many of them or, at the end of the file, fewer.
  func bytes(_ count: Int) throws(FileError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, got in
      while got < count {
        let more = read(descriptor, buffer.baseAddress.map { $0 + got }, count - got)
        if more < 0 {
          if errno == EINTR { continue }
          failure = errno
          return
        }
        if more == 0 { return }
        got += more
      }
    }
    guard failure == 0 else { throw FileError(file, Self.reason(failure)) }
    return bytes
  }

  /// Passes over so many bytes; throws where the file ends before them.
  func skip(_ count: Int) throws(FileError) {
    var left = count
    while left > 0 {
      let part = min(left, Self.numbersAtOnce)
      guard try bytes(part).count == part else { throw Self.shortened(file) }
      left -= part
    }
  }

  /// The next numbers; throws where the file ends before them.
  func floats(
    _ count: Int, as type: StoredType, bigEndian: Bool = false
  ) throws(FileError) -> [Float] {
    var values: [Float] = []
    values.reserveCapacity(count)
    while values.count < count {
      let part = min(count - values.count, Self.numbersAtOnce)
      let bytes = try bytes(part * type.size)
      guard bytes.count == part * type.size else {
        throw Self.shortened(file)
      }
      values += type.floats((bigEndian ? type.reversed(bytes) : bytes)[...])
    }
    return values
  }

  private static let numbersAtOnce = 1 << 16

  private static func shortened(_ file: String) -> FileError {
    FileError(file, .unreadable(.shortened))
  }

  /// Why a path of a kind is not read; nil where it is.
  private static func problem(_ kind: mode_t, _ file: String) -> DocumentProblem? {
    switch kind {
    case S_IFREG: nil
    case S_IFDIR: .folder
    case S_IFIFO, S_IFSOCK:
      isOpenFile(file) ? nil : .noFile(kind == S_IFIFO ? .pipe : .socket)
    default: isOpenFile(file) || file.hasPrefix("/dev/") ? nil : .noFile(.device)
    }
  }

  /// Why a path could not be opened; a socket never can.
  private static func unopened(_ file: String, _ code: Int32) -> DocumentProblem {
    var status = stat()
    guard stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFSOCK else { return reason(code) }
    return .noFile(.socket)
  }

  /// Whether a path is the system's name of a file that the program has open already.
  package static func isOpenFile(_ path: String) -> Bool {
    ["/dev/stdin", "/dev/stdout", "/dev/stderr"].contains(path) || path.hasPrefix("/dev/fd/")
      || path.hasPrefix("/proc/") && path.contains("/fd/")
  }

  private static func reason(_ code: Int32) -> DocumentProblem {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EISDIR: .folder
    case EACCES, EPERM: .unreadable(.noPermission)
    default: .unreadable(.system(String(cString: strerror(code)).lowercased()))
    }
  }
}
