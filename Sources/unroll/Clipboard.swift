import Foundation

/// Where copied texts go: a line of a file that other programs can read, and, when asked for, the
/// terminal's own clipboard.
struct Clipboard {
  /// Whether the terminal is asked to take the text as well, by OSC 52.
  let asksTerminal: Bool

  /// The file, below XDG_STATE_HOME.
  static func file(environment: [String: String] = ProcessInfo.processInfo.environment) -> URL {
    let state =
      environment["XDG_STATE_HOME"].flatMap { $0.isEmpty ? nil : URL(filePath: $0) }
      ?? FileManager.default.homeDirectoryForCurrentUser.appending(path: ".local/state")
    return state.appending(path: "unroll/copied.txt")
  }

  /// Adds a line. Throws a sentence where the file cannot be written; nothing is lost then.
  func add(_ text: String) throws {
    let file = Self.file()
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      if !FileManager.default.fileExists(atPath: file.path()) {
        try Data().write(to: file)
      }
      let handle = try FileHandle(forWritingTo: file)
      defer { try? handle.close() }
      try handle.seekToEnd()
      try handle.write(contentsOf: Data((text + "\n").utf8))
    } catch {
      throw Failure("\(file.path()) cannot be written: nothing was copied")
    }
    guard asksTerminal else { return }
    let encoded = Data(text.utf8).base64EncodedString()
    try FileHandle.standardOutput.write(contentsOf: Data("\u{1B}]52;c;\(encoded)\u{07}".utf8))
  }
}
