/// The filter number 3: a checksum behind the bytes.
enum Fletcher32 {
  /// The bytes without their checksum; throws where it is another one.
  static func undo(
    _ bytes: ArraySlice<UInt8>, at position: Int
  ) throws(HDF5Fault) -> ArraySlice<UInt8> {
    guard bytes.count >= 4 else { throw .damaged(.chunk, at: position, .length) }
    let written = bytes.suffix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    let data = bytes.dropLast(4)
    let computed = checksum(data)
    guard written == computed || written == swapped(computed) else {
      throw .damaged(.chunk, at: position, .checksum)
    }
    return data
  }

  /// Fletcher's sums over words of two bytes, the first byte the high one; a last single byte is high
  /// too.
  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { bytes in
      var low: UInt32 = 0
      var high: UInt32 = 0
      var index = 0
      while index < bytes.count {
        // So many words that no sum overflows.
        let end = min(index + 720, bytes.count)
        while index < end {
          let second = index + 1 < bytes.count ? UInt32(bytes[index + 1]) : 0
          low &+= UInt32(bytes[index]) << 8 | second
          high &+= low
          index += 2
        }
        low = folded(low)
        high = folded(high)
      }
      low = folded(low)
      high = folded(high)
      return high << 16 | low
    }
  }

  private static func folded(_ sum: UInt32) -> UInt32 { (sum & 0xFFFF) + (sum >> 16) }

  /// Each half with its bytes exchanged, as version 1.6.2 of the library wrote them.
  private static func swapped(_ sum: UInt32) -> UInt32 {
    (sum & 0x00FF_00FF) << 8 | (sum >> 8 & 0x00FF_00FF)
  }
}
