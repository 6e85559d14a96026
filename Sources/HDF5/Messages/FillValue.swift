/// What stands where nothing was written (specification 3.0, sections IV.A.2.e and f).
enum FillValue {
  /// The bytes of the element; nil where it is zero or not said.
  static func bytes(
    of header: ObjectHeader, _ reader: inout MessageReader
  ) throws(HDF5Fault) -> ArraySlice<UInt8>? {
    if var cursor = try reader.cursor(.fillValue, of: header, as: .fillValue) {
      return try bytes(&cursor)
    }
    if var cursor = try reader.cursor(.oldFillValue, of: header, as: .fillValue) {
      return try value(&cursor)
    }
    return nil
  }

  private static func bytes(_ cursor: inout Cursor) throws(HDF5Fault) -> ArraySlice<UInt8>? {
    let version = try cursor.version(1...3)
    if version == 3 {
      // Bit 5: a value is given.
      return try cursor.byte() & 1 << 5 != 0 ? value(&cursor) : nil
    }
    // When space is taken, when it is filled.
    try cursor.skip(2)
    let isDefined = try cursor.byte() != 0
    return version == 1 || isDefined ? try value(&cursor) : nil
  }

  private static func value(_ cursor: inout Cursor) throws(HDF5Fault) -> ArraySlice<UInt8>? {
    // All bits set is a size of -1: no value.
    let size = try cursor.count(4)
    guard size > 0, size < 0x8000_0000 else { return nil }
    return cursor.image[try cursor.take(size)]
  }
}
