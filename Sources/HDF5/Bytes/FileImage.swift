/// The bytes of an HDF5 file and how its numbers are stored.
///
/// A position counts the bytes of the file from 0. An address, as the file has it, counts from the base
/// address, which is where the superblock stands (specification 3.0, section II).
struct FileImage: Sendable {
  private let bytes: ArraySlice<UInt8>
  /// The position that addresses count from.
  var base = 0
  /// Bytes of an address.
  var offsetSize = 8
  /// Bytes of a length.
  var lengthSize = 8
  /// Where messages that several objects share are kept.
  var sharedHeaps: [SharedHeap] = []
  /// How much memory what is read at a time may take.
  var memoryLimit: Int
  /// Whether a checksum that is another one is an error. Only a search for faults leaves it out, to get
  /// past it.
  let verifiesChecksums: Bool

  init(_ bytes: ArraySlice<UInt8>, verifiesChecksums: Bool = true) {
    self.bytes = bytes
    self.verifiesChecksums = verifiesChecksums
    // With the file itself that stays below four times the file and 64 MB.
    let (times, overflow) = bytes.count.multipliedReportingOverflow(by: 3)
    memoryLimit = overflow ? .max : times.addingReportingOverflow(48 << 20).partialValue
  }

  /// Bytes from elsewhere whose numbers are stored as in a file.
  init(_ bytes: ArraySlice<UInt8>, like file: FileImage) {
    self.init(bytes, verifiesChecksums: file.verifiesChecksums)
    base = file.base
    offsetSize = file.offsetSize
    lengthSize = file.lengthSize
  }

  /// Bytes of the file.
  var count: Int { bytes.count }

  subscript(position: Int) -> UInt8 { bytes[bytes.startIndex + position] }

  /// The bytes at positions that were checked.
  subscript(range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[bytes.startIndex + range.lowerBound..<bytes.startIndex + range.upperBound]
  }

  /// So many bytes from a position on; throws where the file ends before.
  func range(
    at position: Int, count length: Int, of structure: HDF5Structure
  ) throws(HDF5Fault) -> Range<Int> {
    let (end, overflow) = position.addingReportingOverflow(length)
    guard position >= 0, length >= 0, !overflow else {
      throw .damaged(structure, at: position, .value)
    }
    guard end <= count else { throw .cutShort(structure, end: end, size: count) }
    return position..<end
  }

  /// A reader of what stands at a position, to the file's end or over so many bytes.
  func cursor(
    at position: Int, count length: Int? = nil, of structure: HDF5Structure
  ) throws(HDF5Fault) -> Cursor {
    guard position <= count else {
      throw .cutShort(structure, end: position, size: count)
    }
    return Cursor(
      self, try range(at: position, count: length ?? count - position, of: structure), structure)
  }

  /// A reader of what stands behind the four letters of a structure.
  func cursor(
    at position: Int, of structure: HDF5Structure, signature: String
  ) throws(HDF5Fault) -> Cursor {
    var cursor = try cursor(at: position, of: structure)
    try cursor.expect(signature)
    return cursor
  }
}
