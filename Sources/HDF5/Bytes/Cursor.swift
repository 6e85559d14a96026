/// Reads the fields of one structure, one after the other, and never beyond its end.
///
/// All numbers of metadata are little endian (specification 3.0, section I).
struct Cursor {
  let image: FileImage
  let structure: HDF5Structure
  /// Where the structure begins.
  let start: Int
  /// Where the next field begins.
  private(set) var position: Int
  /// The position behind the last byte that belongs to it.
  let end: Int

  init(_ image: FileImage, _ range: Range<Int>, _ structure: HDF5Structure) {
    self.image = image
    self.structure = structure
    start = range.lowerBound
    position = range.lowerBound
    end = range.upperBound
  }

  /// Bytes that were not read.
  var left: Int { end - position }

  /// An error of this structure.
  func damaged(_ damage: HDF5Damage) -> HDF5Fault { .damaged(structure, at: start, damage) }

  // MARK: - Numbers

  mutating func unsigned(_ width: Int) throws(HDF5Fault) -> UInt64 {
    try need(width)
    var value: UInt64 = 0
    for index in 0..<width { value |= UInt64(image[position + index]) << UInt64(8 * index) }
    position += width
    return value
  }

  mutating func byte() throws(HDF5Fault) -> UInt8 {
    try need(1)
    defer { position += 1 }
    return image[position]
  }

  /// A count of one to eight bytes; throws where it is more than an integer holds.
  mutating func count(_ width: Int) throws(HDF5Fault) -> Int {
    guard let count = Int(exactly: try unsigned(width)) else { throw damaged(.value) }
    return count
  }

  /// A number that takes the size of lengths (L in the specification).
  mutating func length() throws(HDF5Fault) -> Int { try count(image.lengthSize) }

  /// The position that an address means (O in the specification); nil for the undefined address, which
  /// has all bits set.
  mutating func address() throws(HDF5Fault) -> Int? {
    let value = try unsigned(image.offsetSize)
    guard value != UInt64.max >> UInt64(64 - 8 * image.offsetSize) else { return nil }
    guard let offset = Int(exactly: value) else { throw damaged(.value) }
    let (position, overflow) = image.base.addingReportingOverflow(offset)
    guard !overflow else { throw damaged(.value) }
    return position
  }

  /// An address that has to be there.
  mutating func definedAddress() throws(HDF5Fault) -> Int {
    guard let address = try address() else { throw damaged(.incomplete) }
    return address
  }

  /// The version, one byte; throws where it is none of those that exist.
  @discardableResult
  mutating func version(_ known: ClosedRange<UInt8>) throws(HDF5Fault) -> UInt8 {
    let version = try byte()
    guard known.contains(version) else { throw damaged(.version(Int(version))) }
    return version
  }

  // MARK: - Bytes

  mutating func skip(_ count: Int) throws(HDF5Fault) {
    try need(count)
    position += count
  }

  /// Passes over what fills a field up to a multiple of eight bytes, counted from a position.
  mutating func skipPadding(from begin: Int) throws(HDF5Fault) {
    try skip((8 - (position - begin) % 8) % 8)
  }

  mutating func take(_ count: Int) throws(HDF5Fault) -> Range<Int> {
    try need(count)
    defer { position += count }
    return position..<position + count
  }

  /// A reader of the next bytes alone.
  mutating func part(_ count: Int, of structure: HDF5Structure) throws(HDF5Fault) -> Cursor {
    Cursor(image, try take(count), structure)
  }

  /// A text of so many bytes, cut at its first NUL.
  mutating func text(_ count: Int) throws(HDF5Fault) -> String {
    String(decoding: image[try take(count)].prefix { $0 != 0 }, as: UTF8.self)
  }

  /// A text that a NUL ends.
  mutating func terminatedText() throws(HDF5Fault) -> String {
    guard let terminator = image[position..<end].firstIndex(of: 0) else { throw damaged(.length) }
    let count = terminator - image[position..<end].startIndex
    defer { position += count + 1 }
    return String(decoding: image[position..<position + count], as: UTF8.self)
  }

  mutating func expect(_ signature: String) throws(HDF5Fault) {
    let expected = signature.utf8
    try need(expected.count)
    guard image[position..<position + expected.count].elementsEqual(expected) else {
      throw damaged(.signature)
    }
    position += expected.count
  }

  /// Compares what was read with the checksum that follows it.
  mutating func verifyChecksum() throws(HDF5Fault) {
    let computed = Lookup3.hash(image[start..<position])
    let written = UInt32(truncatingIfNeeded: try unsigned(4))
    guard computed == written || !image.verifiesChecksums else { throw damaged(.checksum) }
  }

  private func need(_ count: Int) throws(HDF5Fault) {
    guard count >= 0 else { throw damaged(.value) }
    guard count <= left else {
      let (needed, overflow) = position.addingReportingOverflow(count)
      if end < image.count || overflow { throw damaged(.length) }
      throw .cutShort(structure, end: needed, size: image.count)
    }
  }
}
