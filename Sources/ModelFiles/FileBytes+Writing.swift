import Foundation

extension FileBytes {
  /// Writes a file whole: to a neighbour first, then renamed, so that no half file is ever seen.
  ///
  /// A link stays, and the file it leads to is written. A pipe or a device is written to as it is: it
  /// must never be replaced.
  package static func write(_ bytes: [UInt8], to file: String) throws(ModelFileError) {
    var output = try OutputFile(file)
    try output.write(bytes)
    try output.finish()
  }

  /// The path behind all links, the last of which may lead to a file that is not there yet; nil,
  /// with `errno`, where they lead round in a circle.
  static func followed(_ file: String) -> String? {
    var place = file
    // As many as Linux follows.
    for _ in 0...40 {
      if isDescriptor(place) { return place }
      guard let target = link(place) else { return place }
      place = path(target, besides: place)
    }
    errno = ELOOP
    return nil
  }

  /// What a link says; nil where there is none.
  private static func link(_ path: String) -> String? {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(path, &buffer, buffer.count)
    guard count > 0 else { return nil }
    return String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Whether a path stands for an open file, as `/dev/stdout` does: what such a link says is no path
  /// where it leads into a pipe, and a file that someone has open is not to be replaced.
  static func isDescriptor(_ path: String) -> Bool {
    ["/dev/", "/proc/"].contains { path.hasPrefix($0) }
  }

  static func unwritable(_ code: Int32) -> ModelFileError.Problem {
    switch code {
    case ENOENT, ENOTDIR: .unwritable(reason: "its folder does not exist")
    case EACCES, EPERM, EROFS: .unwritable(reason: "permission denied")
    case ENOSPC: .unwritable(reason: "the disk is full")
    default: .unwritable(reason: String(cString: strerror(code)).lowercased())
    }
  }
}
