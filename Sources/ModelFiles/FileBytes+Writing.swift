import Foundation

extension FileBytes {
  /// Writes a file whole: to a neighbour first, then renamed, so that no half file is ever seen.
  ///
  /// A link stays, and the file it leads to is written. A pipe or a device is written to as it is: it
  /// must never be replaced.
  package static func write(_ bytes: [UInt8], to file: String) throws(ModelFileError) {
    guard let place = followed(file) else { throw ModelFileError(file, unwritable(errno)) }
    var status = stat()
    let exists = stat(place, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw ModelFileError(file, .folder) }
    let replaces = !isDescriptor(place) && (!exists || status.st_mode & S_IFMT == S_IFREG)
    let target = replaces ? "\(place).\(getpid()).part" : place
    let descriptor = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw ModelFileError(file, unwritable(errno)) }
    var failure = write(bytes, to: descriptor)
    // The new file is read and written by whom the old one was.
    if failure == 0, replaces, exists, fchmod(descriptor, status.st_mode & 0o777) != 0 {
      failure = errno
    }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    if failure == 0, replaces, rename(target, place) != 0 { failure = errno }
    if failure != 0 {
      if replaces { unlink(target) }
      throw ModelFileError(file, unwritable(failure))
    }
  }

  /// Writes all of the bytes; gives the reason where that fails, otherwise 0.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var written = 0
      while written < buffer.count, let start = buffer.baseAddress {
        let count = Foundation.write(descriptor, start + written, buffer.count - written)
        if count >= 0 { written += count } else if errno != EINTR { return errno }
      }
      return 0
    }
  }

  /// The path behind all links, the last of which may lead to a file that is not there yet; nil,
  /// with `errno`, where they lead round in a circle.
  private static func followed(_ file: String) -> String? {
    var place = file
    // As many as Linux follows.
    for _ in 0...40 {
      if isDescriptor(place) { return place }
      guard let target = link(place) else { return place }
      place = path(target, besides: place)
    }
    errno = ELOOP
    return nil
  }

  /// What a link says; nil where there is none.
  private static func link(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether a path stands for an open file, as `/dev/stdout` does: what such a link says is no path
  /// where it leads into a pipe, and a file that someone has open is not to be replaced.
  private static func isDescriptor(_ path: String) -> Bool {
    ["/dev/", "/proc/"].contains { path.hasPrefix($0) }
  }

  private static func unwritable(_ code: Int32) -> ModelFileError.Problem {
    switch code {
    case ENOENT, ENOTDIR: .unwritable(reason: "its folder does not exist")
    case EACCES, EPERM, EROFS: .unwritable(reason: "permission denied")
    case ENOSPC: .unwritable(reason: "the disk is full")
    default: .unwritable(reason: String(cString: strerror(code)).lowercased())
    }
  }
}
