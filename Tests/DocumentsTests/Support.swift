import Foundation
import Phrases

@testable import Documents

/// The folder of this file's fixtures and the shipped lessons, as they stand in the sources.
enum Sources {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  static let lessons = folder.deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("lessons").path

  static func fixture(_ name: String) -> String {
    folder.appendingPathComponent("Fixtures").appendingPathComponent(name).path
  }
}

/// A folder of files that goes away with the test.
struct Scratch: ~Copyable {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("unroll-\(UUID().uuidString)").path

  init() throws {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Writes a file and gives its path.
  func file(_ name: String, _ bytes: some Collection<UInt8>) throws -> String {
    let path = "\(folder)/\(name)"
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    // Foundation waits for the disk, and some systems do where a file takes the place of another: with
    // thousands of files that is nearly all of the time.
    unlink(path)
    try FileBytes.write(Array(bytes), to: path)
    return path
  }

  func file(_ name: String, _ text: String) throws -> String {
    try file(name, Array(text.utf8))
  }

  /// The whole sentence of the error that `body` throws, this folder's path left out.
  func sentence(_ body: () throws -> Void) -> String {
    do {
      try body()
      return "no error"
    } catch {
      return "\(error)".replacingOccurrences(of: folder + "/", with: "")
    }
  }
}
