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
    guard permissions & 0o111 != 0 else {
      try data.write(to: URL(filePath: file))
      return file
    }
    // A program that any process has open for writing cannot be run, and every child that another
    // test starts in this moment has what this process has. So a child writes it.
    let source = file + ".source"
    try data.write(to: URL(filePath: source))
    let mode = String(permissions, radix: 8)
    let outcome = try Child.run(
      ["install", "-m", mode, source, file], environment: Child.environment)
    guard outcome.status == 0 else { throw ChildError(description: outcome.errors) }
    try FileManager.default.removeItem(atPath: source)
    return file
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path(name))), as: UTF8.self)
  }
}
