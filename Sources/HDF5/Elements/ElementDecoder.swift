/// Makes values of stored elements.
protocol ElementDecoder {
  associatedtype Value: Sendable

  /// What stands where nothing was written and no fill value is given.
  static var blank: Value { get }

  /// How much memory a value may take when it is read, besides what is counted while it is.
  static var bytesPerValue: Int { get }

  /// Puts the values of whole elements into an array, from an index on.
  mutating func decode(
    _ bytes: ArraySlice<UInt8>, into values: inout [Value], at index: Int
  ) throws(HDF5Fault)
}

/// Numbers as numbers of one type.
struct NumberDecoder<Value: StoredNumber>: ElementDecoder {
  private let format: NumberFormat

  init(_ format: NumberFormat) { self.format = format }

  static var blank: Value { .zero }

  static var bytesPerValue: Int { MemoryLayout<Value>.stride }

  mutating func decode(
    _ bytes: ArraySlice<UInt8>, into values: inout [Value], at index: Int
  ) throws(HDF5Fault) {
    let count = bytes.count / format.size
    precondition(index >= 0 && count <= values.count - index, "there is no room for all elements")
    let format = format
    let isWhole = values.withUnsafeMutableBufferPointer { output in
      bytes.withUnsafeBytes { input in
        if Value.self == Float.self, format.isNativeFloat {
          UnsafeMutableRawBufferPointer(
            UnsafeMutableBufferPointer(rebasing: output[index..<index + count])
          ).copyMemory(from: UnsafeRawBufferPointer(rebasing: input[..<(count * format.size)]))
          return true
        }
        for element in 0..<count {
          let bits = format.bits(input, at: element * format.size)
          guard let value = Value.number(bits, format) else { return false }
          output[index + element] = value
        }
        return true
      }
    }
    guard isWhole else { throw .integerTooLarge }
  }
}

#if _endian(big)
  #error("Numbers of this machine's order are copied as they stand.")
#endif
