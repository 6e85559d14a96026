import Foundation

/// A file's bytes, read whole but never more than a limit, and written whole or not at all.
package struct FileBytes {
  let file: String
  package let bytes: [UInt8]

  /// Reads until the end, since a pipe or /dev/zero does not tell its size.
  package static func read(_ file: String, limit: Int) throws(FileError) -> FileBytes {
    let reader = try FileReader(file)
    guard reader.size <= limit else { throw FileError(file, .tooLarge(limit: limit)) }
    var bytes: [UInt8] = []
    // One byte more than the size, so that the usual file ends with one read that returns 0.
    var room = max(reader.size, 4095) + 1
    while true {
      let chunk = try reader.bytes(room)
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else { throw FileError(file, .tooLarge(limit: limit)) }
      if chunk.count < room { return FileBytes(file: file, bytes: bytes) }
      room = min(max(bytes.count, 4096), limit - bytes.count + 1)
    }
  }

  /// The first bytes of a file, no more than `count`.
  package static func opening(of file: String, _ count: Int) throws(FileError) -> [UInt8] {
    try FileReader(file).bytes(count)
  }

  /// The whole file as text.
  func text() throws(FileError) -> String {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let text = String(bytes: bytes[start...], encoding: .utf8) else {
      throw FileError(file, .notText)
    }
    return text
  }
}
