import Documents
import Foundation

/// The first bytes of a file, enough to see what it is.
struct FileOpening: Sendable {
  static let length = 512

  let bytes: [UInt8]

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Those of `file`; nil for what is no regular file, of which nothing may be taken before it is read.
  init?(of file: String) throws(FileError) {
    guard !FileReader.isOpenFile(file) else { return nil }
    var status = stat()
    // What is wrong with a path is the reader's to tell.
    guard stat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    bytes = try FileBytes.opening(of: file, Self.length)
  }

  /// Whether it is text as far as it goes.
  var isText: Bool { !bytes.contains { $0 < 0x20 && !"\t\n\u{C}\r".utf8.contains($0) } }

  /// The first byte that is no blank.
  var firstMark: UInt8? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[start...].first { !" \t\n\r".utf8.contains($0) }
  }

  /// The name of the first entry of a ZIP file; nil for any other file.
  var firstEntry: String? {
    guard bytes.starts(with: "PK\u{3}\u{4}".utf8), bytes.count >= 30 else { return nil }
    let length = Int(bytes[26]) | Int(bytes[27]) << 8
    return String(decoding: bytes[30...].prefix(length), as: UTF8.self)
  }
}
