/// Lessons that follow one another.
struct Course {
  /// Their files, in order.
  let files: [String]
  /// Whether the first follows the last.
  let repeats: Bool
  /// Whether each begins at its beginning, whatever is kept of it.
  let beginsAnew: Bool

  /// The lesson behind another; nil behind the last.
  func file(after file: String) -> String? {
    guard let index = files.firstIndex(of: file) else { return nil }
    let next = index + 1
    return next < files.count ? files[next] : repeats ? files.first : nil
  }
}
