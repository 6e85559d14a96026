/// How a number is stored in a file. All are read as `Float`.
package enum StoredType: Hashable, Sendable {
  case float32, float64, float16, bfloat16
  case int8, int16, int32, int64
  case uint8, uint16, uint32, uint64
  case boolean

  init?(safetensors name: String) {
    switch name {
    case "F32": self = .float32
    case "F64": self = .float64
    case "F16": self = .float16
    case "BF16": self = .bfloat16
    default: return nil
    }
  }

  /// NumPy's names without the order of bytes: `<f4` and `>f4` alike, `|i1` and `|b1` for single bytes.
  init?(numPy name: String) {
    switch name.hasPrefix(">") || name.hasPrefix("=") ? "<" + name.dropFirst() : name {
    case "<f4": self = .float32
    case "<f8": self = .float64
    case "<f2": self = .float16
    case "|i1", "<i1": self = .int8
    case "<i2": self = .int16
    case "<i4": self = .int32
    case "<i8": self = .int64
    case "|u1", "<u1": self = .uint8
    case "<u2": self = .uint16
    case "<u4": self = .uint32
    case "<u8": self = .uint64
    case "|b1", "<b1": self = .boolean
    default: return nil
    }
  }

  /// Bytes a number.
  package var size: Int {
    switch self {
    case .int8, .uint8, .boolean: 1
    case .float16, .bfloat16, .int16, .uint16: 2
    case .float32, .int32, .uint32: 4
    case .float64, .int64, .uint64: 8
    }
  }

  /// The same bytes with those of each number turned round.
  func reversed(_ bytes: [UInt8]) -> [UInt8] {
    let size = size
    guard size > 1 else { return bytes }
    return [UInt8](unsafeUninitializedCapacity: bytes.count) { buffer, initialized in
      var start = 0
      while start + size <= bytes.count {
        for place in 0..<size { buffer[start + place] = bytes[start + size - 1 - place] }
        start += size
      }
      initialized = start
    }
  }

  /// The numbers that some bytes are, all of them whole.
  package func floats(_ bytes: ArraySlice<UInt8>) -> [Float] {
    let count = bytes.count / size
    return bytes.withUnsafeBytes { source in
      switch self {
      case .float32: Self.copied(source, count)
      case .float64: Self.converted(source, count) { Float($0 as Double) }
      case .float16: Self.converted(source, count) { halfPrecision($0) }
      case .bfloat16:
        Self.converted(source, count) { Float(bitPattern: UInt32($0 as UInt16) << 16) }
      case .int8: Self.converted(source, count) { Float($0 as Int8) }
      case .int16: Self.converted(source, count) { Float($0 as Int16) }
      case .int32: Self.converted(source, count) { Float($0 as Int32) }
      case .int64: Self.converted(source, count) { Float($0 as Int64) }
      case .uint8: Self.converted(source, count) { Float($0 as UInt8) }
      case .uint16: Self.converted(source, count) { Float($0 as UInt16) }
      case .uint32: Self.converted(source, count) { Float($0 as UInt32) }
      case .uint64: Self.converted(source, count) { Float($0 as UInt64) }
      case .boolean: Self.converted(source, count) { $0 as UInt8 == 0 ? 0 : 1 }
      }
    }
  }

  /// The bytes as they stand: both this program's machines and the files are little endian.
  private static func copied(_ source: UnsafeRawBufferPointer, _ count: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source)
      initialized = count
    }
  }

  private static func converted<Stored>(
    _ source: UnsafeRawBufferPointer, _ count: Int, _ convert: (Stored) -> Float
  ) -> [Float] {
    [Float](unsafeUninitializedCapacity: count) { buffer, initialized in
      let step = MemoryLayout<Stored>.stride
      for index in 0..<count {
        buffer.initializeElement(
          at: index,
          to: convert(source.loadUnaligned(fromByteOffset: index * step, as: Stored.self)))
      }
      initialized = count
    }
  }
}

/// An IEEE half as a `Float`, exactly. Swift's `Float16` is missing on Intel Macs.
func halfPrecision(_ bits: UInt16) -> Float {
  let sign: Float = bits >> 15 == 1 ? -1 : 1
  let exponent = Int(bits >> 10 & 0x1F)
  let fraction = Float(bits & 0x3FF) / 1024
  return switch exponent {
  case 0: sign * fraction * 0x1p-14
  case 31: fraction == 0 ? sign * .infinity : .nan
  default: sign * (1 + fraction) * Float(sign: .plus, exponent: exponent - 15, significand: 1)
  }
}

#if _endian(big)
  #error("The file readers copy little-endian numbers as they stand.")
#endif
