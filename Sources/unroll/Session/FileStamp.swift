import Foundation

/// What the file system says of a file: when it was written, how large it is, and which file it is.
struct FileStamp: Equatable {
  private let seconds: Int
  private let nanoseconds: Int
  private let size: Int
  /// A program may put another file in its place.
  private let number: UInt64

  /// Nil where there is no file.
  init?(_ file: String) {
    var status = stat()
    guard stat(file, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    seconds = time.tv_sec
    nanoseconds = time.tv_nsec
    size = Int(status.st_size)
    number = UInt64(status.st_ino)
  }
}
