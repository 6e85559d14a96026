/// Notices that a file was written anew, from what the file system says of it.
struct FileWatch {
  private var file: String
  private var seen: FileStamp?

  /// Begins before the file is read, so that no change falls between.
  init(_ file: String) {
    self.file = file
    seen = FileStamp(file)
  }

  /// Whether it changed since the last look. A file that is away for a moment has not.
  mutating func hasChanged(_ file: String) -> Bool {
    guard file == self.file else {
      self = FileWatch(file)
      return false
    }
    guard let now = FileStamp(file), now != seen else { return false }
    seen = now
    return true
  }
}
