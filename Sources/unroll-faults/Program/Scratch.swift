import Foundation

/// A folder that goes away with what stands in it.
struct Scratch: ~Copyable {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "unroll-faults-\(UUID().uuidString.prefix(8))").path()

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }
}
