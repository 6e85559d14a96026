import Foundation

@testable import ZIP

/// ZIP archives made in a test, their entries stored as they are.
enum TestArchive {
  static func bytes(_ entries: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    func put(_ value: Int, _ width: Int, _ into: inout [UInt8]) {
      for shift in 0..<width { into.append(UInt8(truncatingIfNeeded: value >> (8 * shift))) }
    }
    for (name, bytes) in entries {
      let start = file.count
      var facts: [UInt8] = []
      // Version, flags, method, time, date.
      for value in [20, 0, 0, 0, 0x21] { put(value, 2, &facts) }
      put(Int(CRC32.checksum(bytes[...])), 4, &facts)
      put(bytes.count, 4, &facts)
      put(bytes.count, 4, &facts)
      put(name.utf8.count, 2, &facts)
      put(0, 2, &facts)
      file += Array("PK\u{3}\u{4}".utf8) + facts + Array(name.utf8) + bytes
      directory += Array("PK\u{1}\u{2}".utf8)
      put(20, 2, &directory)
      directory += facts
      // Comment, disk, attributes.
      put(0, 2, &directory)
      put(0, 2, &directory)
      put(0, 2, &directory)
      put(0, 4, &directory)
      put(start, 4, &directory)
      directory += Array(name.utf8)
    }
    let start = file.count
    file += directory + Array("PK\u{5}\u{6}".utf8)
    for value in [0, 0, entries.count, entries.count] { put(value, 2, &file) }
    put(directory.count, 4, &file)
    put(start, 4, &file)
    put(0, 2, &file)
    return file
  }
}
