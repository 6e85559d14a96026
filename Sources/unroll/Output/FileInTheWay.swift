import Documents
import Foundation

/// A file with something in it that stands where another is to be written.
struct FileInTheWay {
  /// More than the lines by which a kind of file is known.
  private static let most = 65_536

  /// Its first lines; none where they cannot be read.
  let lines: [Substring]
  private let path: String

  /// Nil where nothing can be lost: no file, an empty one, a terminal, a pipe, a device.
  init?(_ path: String) {
    var status = stat()
    guard !FileReader.isOpenFile(path), stat(path, &status) == 0,
      status.st_mode & S_IFMT == S_IFREG, status.st_size > 0
    else { return nil }
    self.path = path
    let handle = FileHandle(forReadingAtPath: path)
    let bytes = (try? handle?.read(upToCount: Self.most)) ?? Data()
    lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
  }

  /// Whether another path leads to the same file.
  func isSame(as other: String) -> Bool { Self.leads(path, to: other) }

  /// Whether two paths lead to one file, by whatever names or links.
  static func leads(_ path: String, to other: String) -> Bool {
    var (one, two) = (stat(), stat())
    return stat(path, &one) == 0 && stat(other, &two) == 0 && one.st_dev == two.st_dev
      && one.st_ino == two.st_ino
  }
}
