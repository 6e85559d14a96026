import Foundation

/// A file with something in it that stands where another is to be written.
struct FileInTheWay {
  /// More than the lines by which a kind of file is known.
  private static let most = 65_536

  /// Its first lines; none where they cannot be read.
  let lines: [Substring]
  private let device: dev_t
  private let number: ino_t

  /// Nil where nothing can be lost: no file, an empty one, a terminal, a pipe, a device.
  init?(_ path: String) {
    var status = stat()
    guard !["/dev/", "/proc/"].contains(where: { path.hasPrefix($0) }), stat(path, &status) == 0,
      status.st_mode & S_IFMT == S_IFREG, status.st_size > 0
    else { return nil }
    (device, number) = (status.st_dev, status.st_ino)
    let handle = FileHandle(forReadingAtPath: path)
    let bytes = (try? handle?.read(upToCount: Self.most)) ?? Data()
    lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
  }

  /// Whether another path leads to the same file.
  func isSame(as path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_dev == device && status.st_ino == number
  }
}
