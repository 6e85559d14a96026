import Foundation

/// A file that is written piece by piece, and whole or not at all: to a neighbour first, which then
/// takes its place, so that no half file is ever seen.
///
/// A link stays, and the file it leads to is written. A pipe or a device is written to as it is: it
/// must never be replaced.
package struct OutputFile: ~Copyable {
  private let file: String
  private let place: String
  /// The neighbour; nil for what is written to as it is, and once it has taken its place.
  private var part: String?
  /// Negative once it is closed.
  private var descriptor: Int32
  /// Who may read and write the file that is there already.
  private let mode: mode_t?

  /// Begins to write `file`; it stays as it is until `finish`.
  package init(_ file: String) throws(ModelFileError) {
    guard let place = FileBytes.followed(file) else {
      throw ModelFileError(file, FileBytes.unwritable(errno))
    }
    var status = stat()
    let exists = stat(place, &status) == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw ModelFileError(file, .folder) }
    let replaces =
      !FileBytes.isDescriptor(place) && (!exists || status.st_mode & S_IFMT == S_IFREG)
    let part = replaces ? "\(place).\(getpid()).part" : nil
    let descriptor = open(part ?? place, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw ModelFileError(file, FileBytes.unwritable(errno)) }
    self.file = file
    self.place = place
    self.part = part
    self.descriptor = descriptor
    mode = replaces && exists ? status.st_mode & 0o777 : nil
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if let part { unlink(part) }
  }

  /// Whether a piece may be written before those that come before it in the file.
  package var takesAnyOrder: Bool { part != nil }

  /// Writes the next piece.
  package func write(_ bytes: [UInt8]) throws(ModelFileError) {
    try write(bytes, at: nil)
  }

  /// Writes a piece, the next one or that at a place, counted in bytes.
  package func write<Number: BitwiseCopyable>(
    _ numbers: [Number], at offset: Int?
  ) throws(ModelFileError) {
    let failure = numbers.withUnsafeBytes { bytes -> Int32 in
      var written = 0
      while written < bytes.count, let start = bytes.baseAddress {
        let (next, left) = (start + written, bytes.count - written)
        let count =
          offset.map { pwrite(descriptor, next, left, off_t($0 + written)) }
          ?? Foundation.write(descriptor, next, left)
        if count >= 0 { written += count } else if errno != EINTR { return errno }
      }
      return 0
    }
    guard failure == 0 else { throw ModelFileError(file, FileBytes.unwritable(failure)) }
  }

  /// Puts what was written in the file's place.
  package mutating func finish() throws(ModelFileError) {
    var failure: Int32 = 0
    // The new file is read and written by whom the old one was.
    if let mode, fchmod(descriptor, mode) != 0 { failure = errno }
    if close(descriptor) != 0, failure == 0 { failure = errno }
    descriptor = -1
    if failure == 0, let part, rename(part, place) != 0 { failure = errno }
    guard failure == 0 else { throw ModelFileError(file, FileBytes.unwritable(failure)) }
    part = nil
  }
}
