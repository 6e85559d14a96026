/// The checksum of an entry: CRC-32 with the polynomial 0xEDB88320.
package enum CRC32 {
  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in
      value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1
    }
  }

  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBytes { added($0, to: 0) }
  }

  /// The checksum of what has the checksum `sum`, 0 for nothing, with these numbers' bytes behind it.
  package static func added<Number: BitwiseCopyable>(_ numbers: [Number], to sum: UInt32) -> UInt32
  {
    numbers.withUnsafeBytes { added($0, to: sum) }
  }

  private static func added(_ bytes: UnsafeRawBufferPointer, to sum: UInt32) -> UInt32 {
    table.withUnsafeBufferPointer { table in
      ~bytes.reduce(~sum) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ $0 >> 8 }
    }
  }
}
