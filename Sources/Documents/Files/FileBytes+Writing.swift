import Foundation

extension FileBytes {
  /// Writes a file whole or not at all, see `WholeFile`.
  package static func write(
    _ bytes: [UInt8], to file: String, permissions: mode_t = 0o666
  ) throws(FileError) {
    let whole = try WholeFile(file, permissions: permissions)
    try whole.append(bytes)
    try whole.finish()
  }
}
