import Foundation
import Phrases

/// Where copied texts go: a line of a file that other programs can read.
struct Clipboard {
  private let folder: StateFolder

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    folder = StateFolder(environment: environment)
  }

  /// Adds a line. Throws a sentence where the file cannot be written; nothing is lost then.
  func add(_ text: String) throws {
    guard let file = folder.file("copied.txt") else {
      throw Failure(FilePhrases.noHome)
    }
    folder.make()
    do {
      guard let handle = try StateFolder.open(file, O_WRONLY | O_CREAT | O_APPEND) else {
        throw Failure(FilePhrases.noFolder(for: file))
      }
      try handle.write(contentsOf: Data((text + "\n").utf8))
    } catch let failure as Failure {
      throw Failure(FilePhrases.notCopied(failure.description))
    } catch {
      throw Failure(FilePhrases.copyCannotBeWritten(file))
    }
  }
}
