import Foundation

/// A folder that goes away with the test.
struct Scratch: ~Copyable {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "unroll-\(UUID().uuidString.prefix(13))").path()

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ text: String, permissions: Int = 0o644) throws -> String {
    try write(name, Data(text.utf8), permissions: permissions)
  }

  /// Writes a file and gives its path.
  @discardableResult
  func write(_ name: String, _ data: Data, permissions: Int = 0o644) throws -> String {
    let file = path(name)
    let parent = URL(filePath: file).deletingLastPathComponent().path()
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    // A script that another thread's child still holds open for writing cannot be run: no child
    // starts meanwhile.
    try Child.starting.withLock { try data.write(to: URL(filePath: file)) }
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: file)
    return file
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }
}
