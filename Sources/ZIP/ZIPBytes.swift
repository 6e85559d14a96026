/// The bytes of an archive; all its numbers are little endian.
struct ZIPBytes: Sendable {
  private let bytes: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }

  /// A number of two to eight bytes at a position; throws where the file ends before.
  func unsigned(_ width: Int, at position: Int) throws(ZIPProblem) -> UInt64 {
    try slice(at: position, count: width).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A number of two or four bytes.
  func number(_ width: Int, at position: Int) throws(ZIPProblem) -> Int {
    Int(truncatingIfNeeded: try unsigned(width, at: position))
  }

  /// A number of eight bytes; throws where it is more than an integer holds.
  func long(at position: Int) throws(ZIPProblem) -> Int {
    guard let number = Int(exactly: try unsigned(8, at: position)) else {
      throw .damagedDirectory(at: position)
    }
    return number
  }

  /// So many bytes from a position on; throws where the file ends before.
  func slice(at position: Int, count length: Int) throws(ZIPProblem) -> ArraySlice<UInt8> {
    let (end, overflow) = position.addingReportingOverflow(length)
    guard position >= 0, length >= 0, !overflow else { throw .damagedDirectory(at: position) }
    guard end <= count else { throw .cutShort(end: end, size: count) }
    return bytes[bytes.startIndex + position..<bytes.startIndex + end]
  }
}
