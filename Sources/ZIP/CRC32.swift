/// The checksum of an entry: CRC-32 with the polynomial 0xEDB88320.
package enum CRC32 {
  /// Eight tables of 256: what a byte adds that has so many others behind it, in eight bytes that are taken
  /// at once. Byte by byte, a model of 30 MB would take as long as its run.
  private static let tables: [UInt32] = {
    var tables: [UInt32] = (0..<256).map { index in
      (0..<8).reduce(UInt32(index)) { value, _ in
        value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
      }
    }
    for place in 256..<8 * 256 {
      let before = tables[place - 256]
      tables.append(before >> 8 ^ tables[Int(before & 0xFF)])
    }
    return tables
  }()

  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBytes { added($0, to: 0) }
  }

  /// The checksum of what has the checksum `sum`, 0 for nothing, with these numbers' bytes behind it.
  package static func added<Number: BitwiseCopyable>(_ numbers: [Number], to sum: UInt32) -> UInt32
  {
    numbers.withUnsafeBytes { added($0, to: sum) }
  }

  private static func added(_ bytes: UnsafeRawBufferPointer, to sum: UInt32) -> UInt32 {
    tables.withUnsafeBufferPointer { tables in
      var value = ~sum
      let whole = bytes.count & ~7
      for start in stride(from: 0, to: whole, by: 8) {
        var eight = UInt64(
          littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        eight ^= UInt64(value)
        value = 0
        for place in 0..<8 {
          value ^= tables[(7 - place) * 256 + Int(eight & 0xFF)]
          eight >>= 8
        }
      }
      for byte in bytes[whole...] {
        value = tables[Int(UInt8(truncatingIfNeeded: value) ^ byte)] ^ value >> 8
      }
      return ~value
    }
  }
}
