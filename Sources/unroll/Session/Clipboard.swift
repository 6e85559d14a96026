import Foundation

/// Where copied texts go: a line of a file that other programs can read.
struct Clipboard {
  private let folder: StateFolder

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
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
  }
}
