import Foundation

/// Notices that a file was written anew, from what the file system says of it.
struct FileWatch {
  private var file: String
  private var seen: Stamp?

  private struct Stamp: Equatable {
    var seconds: Int
    var nanoseconds: Int
    var size: Int
    /// An editor may put another file in its place.
    var number: UInt64
  }

  /// Begins before the file is read, so that no change falls between.
  init(_ file: String) {
    self.file = file
    seen = Self.stamp(file)
  }

  /// Whether it changed since the last look. A file that is away for a moment has not.
  mutating func hasChanged(_ file: String) -> Bool {
    guard file == self.file else {
      self = FileWatch(file)
      return false
    }
    guard let now = Self.stamp(file), now != seen else { return false }
    seen = now
    return true
  }

  private static func stamp(_ file: String) -> Stamp? {
    var status = stat()
    guard stat(file, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Stamp(
      seconds: time.tv_sec, nanoseconds: time.tv_nsec, size: Int(status.st_size),
      number: UInt64(status.st_ino))
  }
}
