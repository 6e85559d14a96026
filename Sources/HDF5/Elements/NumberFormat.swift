/// How a number of one to eight bytes is stored.
struct NumberFormat: Hashable, Sendable {
  /// Bytes of a number.
  let size: Int
  let isBigEndian: Bool
  /// The lowest bit that belongs to it, and how many do.
  let offset: Int
  let precision: Int
  let kind: Kind

  enum Kind: Hashable, Sendable {
    case signed
    case unsigned
    case float(FloatFormat)
  }

  var isFloat: Bool { if case .float = kind { true } else { false } }

  /// What its elements are.
  var elementType: ElementType {
    switch kind {
    case .signed: .integer(bits: 8 * size, signed: true)
    case .unsigned: .integer(bits: 8 * size, signed: false)
    case .float: .float(bits: 8 * size)
    }
  }

  /// Whether its bytes are a `Float` as they stand in the memory of this machine.
  var isNativeFloat: Bool {
    kind == .float(.single) && size == 4 && !isBigEndian && offset == 0
  }

  /// The bits that belong to the number, of an element at some bytes.
  func bits(_ bytes: UnsafeRawBufferPointer, at position: Int) -> UInt64 {
    var bits: UInt64 = 0
    for index in 0..<size {
      let place = isBigEndian ? index : size - 1 - index
      bits = bits << 8 | UInt64(bytes[position + place])
    }
    return bits >> UInt64(offset) & UInt64.max >> UInt64(64 - precision)
  }

  /// The signed number of its bits.
  func signed(_ bits: UInt64) -> Int64 {
    Int64(bitPattern: bits << UInt64(64 - precision)) >> Int64(64 - precision)
  }
}
