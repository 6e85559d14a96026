import Foundation

/// A file that is written piece by piece, and seen only once it is whole.
///
/// Until then it has no name, where the system knows such files, so that nothing is left of it even
/// if the program is killed; elsewhere it is a neighbour with the ending `.part`. A link stays, and
/// the file it leads to is written. A pipe or a device is written to as it is: it must never be
/// replaced.
package struct WholeFile: ~Copyable {
  /// As it was named, for sentences.
  private let file: String
  /// The path behind all links.
  private let place: String
  private var descriptor: Int32
  /// Where it lies until it is whole; nil where it has no name.
  private var part: String?
  private let replaces: Bool
  /// The rights of the one before.
  private let rights: mode_t?

  /// Begins a file; a new one gets these `permissions`, less what the user's mask takes.
  package init(_ file: String, permissions: mode_t = 0o666) throws(FileError) {
    guard let place = Self.followed(file) else { throw Self.failed(file, errno) }
    var status = stat()
    let exists = stat(place, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw FileError(file, .folder) }
    let replaces = !Self.isDescriptor(place) && (!exists || status.st_mode & S_IFMT == S_IFREG)
    var descriptor = replaces ? Self.nameless(besides: place, permissions) : -1
    var part: String?
    if descriptor < 0 {
      part = replaces ? Self.part(of: place) : nil
      // One of the same name is left of a process that had this one's number.
      if let part { unlink(part) }
      // Who opens a pipe would wait for its reader.
      let flags = replaces ? O_CREAT | O_EXCL | O_NOFOLLOW : O_NONBLOCK | O_NOCTTY
      descriptor = open(part ?? place, O_WRONLY | O_CLOEXEC | flags, permissions)
      guard descriptor >= 0 else { throw Self.failed(file, errno) }
      // From here on writing waits, as it does elsewhere.
      if !replaces { _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK) }
    }
    self.file = file
    self.place = place
    self.descriptor = descriptor
    self.part = part
    self.replaces = replaces
    // The new file is read and written by whom the old one was.
    rights = replaces && exists ? status.st_mode & 0o777 : nil
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if let part { unlink(part) }
  }

  /// Whether a piece may be written before those that come before it in the file.
  package var takesAnyOrder: Bool { replaces }

  /// Writes all of the numbers behind those before, or at a place counted in bytes.
  package borrowing func append<Number: BitwiseCopyable>(
    _ numbers: [Number], at offset: Int? = nil
  ) throws(FileError) {
    let failure = numbers.withUnsafeBytes { buffer -> Int32 in
      var written = 0
      while written < buffer.count, let start = buffer.baseAddress {
        let (next, left) = (start + written, buffer.count - written)
        let count =
          offset.map { pwrite(descriptor, next, left, off_t($0 + written)) }
          ?? write(descriptor, next, left)
        if count >= 0 { written += count } else if errno != EINTR { return errno }
      }
      return 0
    }
    guard failure == 0 else { throw Self.failed(file, failure) }
  }

  /// Puts the file in its place.
  package consuming func finish() throws(FileError) {
    if let rights, fchmod(descriptor, rights) != 0 { throw Self.failed(file, errno) }
    if replaces, part == nil {
      // One name for all writers: what a kill leaves in this moment, the next one takes away.
      let part = "\(place).unroll.part"
      guard Self.name(descriptor, part) else { throw Self.failed(file, errno) }
      self.part = part
    }
    let open = descriptor
    descriptor = -1
    guard close(open) == 0 else { throw Self.failed(file, errno) }
    guard let part else { return }
    if rename(part, place) != 0 {
      // Another writer's file had the name, and it put that, or this, in its place: it is whole.
      guard errno == ENOENT, access(place, F_OK) == 0 else { throw Self.failed(file, errno) }
    }
    self.part = nil
  }

  private static func part(of place: String) -> String { "\(place).\(getpid()).part" }

  // MARK: - Files without a name

  /// A new file without a name in the folder of another; -1 where there is no such thing.
  private static func nameless(besides place: String, _ permissions: mode_t) -> Int32 {
    #if os(Linux)
      // O_TMPFILE, which Swift does not see. It gets its name by way of /proc.
      guard access("/proc/self/fd", X_OK) == 0 else { return -1 }
      return open(
        path(".", besides: place), 0o20_000_000 | O_DIRECTORY | O_WRONLY | O_CLOEXEC, permissions)
    #else
      return -1
    #endif
  }

  private static func name(_ descriptor: Int32, _ path: String) -> Bool {
    #if os(Linux)
      let open = "/proc/self/fd/\(descriptor)"
      // Another writer may take the name in between.
      for _ in 0..<100 {
        unlink(path)
        if linkat(AT_FDCWD, open, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 { return true }
        guard errno == EEXIST else { return false }
      }
      return false
    #else
      return false
    #endif
  }

  // MARK: - Paths

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
    FileReader.isOpenFile(path)
  }

  private static func failed(_ file: String, _ code: Int32) -> FileError {
    let hindrance: DocumentProblem.Hindrance =
      switch code {
      case ENOENT, ENOTDIR: .noFolder
      case EACCES, EPERM, EROFS: .noPermission
      case ENOSPC: .diskFull
      case ENXIO: .noReader
      default: .system(String(cString: strerror(code)).lowercased())
      }
    return FileError(file, .unwritable(hindrance))
  }
}
