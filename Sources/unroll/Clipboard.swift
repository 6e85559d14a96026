import Foundation

/// Where copied texts go: a line of a file that other programs can read, and, when asked for, the
/// terminal's own clipboard.
struct Clipboard {
  /// Whether the terminal is asked to take the text as well, by OSC 52.
  let asksTerminal: Bool
  private let folder: StateFolder

  init(
    asksTerminal: Bool, environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.asksTerminal = asksTerminal
    folder = StateFolder(environment: environment)
  }

  /// Adds a line. Throws a sentence where the file cannot be written; nothing is lost then.
  func add(_ text: String) throws {
    guard let file = folder.file("copied.txt") else {
      throw Failure("HOME names no folder to keep a copy in: nothing was copied")
    }
    folder.make()
    do {
      guard let handle = try StateFolder.open(file, O_WRONLY | O_CREAT | O_APPEND) else {
        throw Failure("\(file): its folder cannot be made")
      }
      try handle.write(contentsOf: Data((text + "\n").utf8))
    } catch let failure as Failure {
      throw Failure("\(failure): nothing was copied")
    } catch {
      throw Failure("\(file) cannot be written: nothing was copied")
    }
    guard asksTerminal else { return }
    let encoded = Data(text.utf8).base64EncodedString()
    try FileHandle.standardOutput.write(contentsOf: Data("\u{1B}]52;c;\(encoded)\u{07}".utf8))
  }
}
