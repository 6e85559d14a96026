/// How an element is stored (specification 3.0, section IV.A.2.d).
struct Datatype: Sendable {
  /// Bytes of an element.
  let size: Int
  let content: Content

  enum Content: Sendable {
    case number(NumberFormat)
    /// A whole number with names for some of its values.
    case enumeration(NumberFormat, isBoolean: Bool)
    /// A text within the element.
    case fixedText(TextPadding)
    /// A text in the global heap.
    case variableText
    case other(ElementType.Other)
  }

  init(_ fields: Cursor) throws(HDF5Fault) {
    var cursor = fields
    try self.init(&cursor, depth: 0)
  }

  /// Types of types of types are not stacked higher than that.
  private static let deepest = 4

  private init(_ cursor: inout Cursor, depth: Int) throws(HDF5Fault) {
    let opening = try cursor.byte()
    guard (1...5).contains(opening >> 4), depth < Self.deepest else {
      throw cursor.damaged(.version(Int(opening >> 4)))
    }
    let bits = Int(try cursor.unsigned(3))
    size = try cursor.count(4)
    guard size > 0 else { throw cursor.damaged(.value) }
    switch opening & 0xF {
    case 0: content = try Self.integer(&cursor, bits, size)
    case 1: content = try Self.float(&cursor, bits, size)
    case 2: content = .other(.time)
    case 3:
      guard let padding = TextPadding(rawValue: bits & 0xF) else { throw cursor.damaged(.value) }
      content = .fixedText(padding)
    case 4: content = .other(.bitfield)
    case 5: content = .other(.opaque)
    case 6:
      // h5py's complex numbers have the members r and i.
      let first = bits & 0xFFFF == 2 ? try cursor.terminatedText() : ""
      content = .other(first == "r" ? .complex : .compound)
    case 7: content = .other(.reference)
    case 8: content = try Self.enumeration(&cursor, bits, version: opening >> 4, depth)
    case 9:
      guard bits & 0xF == 1 else {
        content = .other(.sequence)
        return
      }
      // Its length, an address and a number in the heap.
      guard size == 4 + cursor.image.offsetSize + 4 else { throw cursor.damaged(.value) }
      content = .variableText
    case 10: content = .other(.array)
    case 11: content = .other(.complex)
    default: throw cursor.damaged(.value)
    }
  }

  private static func integer(
    _ cursor: inout Cursor, _ bits: Int, _ size: Int
  ) throws(HDF5Fault) -> Content {
    let offset = try cursor.count(2)
    let precision = try cursor.count(2)
    guard size <= 8 else { return .other(.integer(bytes: size)) }
    guard precision > 0, offset + precision <= 8 * size else { throw cursor.damaged(.value) }
    return .number(
      NumberFormat(
        size: size, isBigEndian: bits & 1 != 0, offset: offset, precision: precision,
        kind: bits & 1 << 3 != 0 ? .signed : .unsigned))
  }

  private static func float(
    _ cursor: inout Cursor, _ bits: Int, _ size: Int
  ) throws(HDF5Fault) -> Content {
    let offset = try cursor.count(2)
    let precision = try cursor.count(2)
    let exponent = (start: try cursor.count(1), count: try cursor.count(1))
    let mantissa = (start: try cursor.count(1), count: try cursor.count(1))
    let bias = try cursor.count(4)
    // Both bits of the order set is that of a VAX.
    guard size <= 8, bits & 1 << 6 == 0,
      let format = FloatFormat(
        sign: bits >> 8 & 0xFF, exponent: exponent, mantissa: mantissa, bias: bias,
        isNormalized: bits >> 4 & 0b11 == 2)
    else { return .other(.float(bytes: size)) }
    guard precision > 0, offset + precision <= 8 * size, format.highestBit < precision else {
      throw cursor.damaged(.value)
    }
    return .number(
      NumberFormat(
        size: size, isBigEndian: bits & 1 != 0, offset: offset, precision: precision,
        kind: .float(format)))
  }

  /// h5py's Booleans are 0 for FALSE and 1 for TRUE.
  private static func enumeration(
    _ cursor: inout Cursor, _ members: Int, version: UInt8, _ depth: Int
  ) throws(HDF5Fault) -> Content {
    let base = try Datatype(&cursor, depth: depth + 1)
    guard case .number(let format) = base.content, !format.isFloat else {
      throw cursor.damaged(.value)
    }
    guard members & 0xFFFF == 2 else { return .enumeration(format, isBoolean: false) }
    var names: [String] = []
    for _ in 0..<2 {
      let begin = cursor.position
      names.append(try cursor.terminatedText())
      if version < 3 { try cursor.skipPadding(from: begin) }
    }
    return .enumeration(format, isBoolean: names == ["FALSE", "TRUE"])
  }

  /// What its elements are.
  var elementType: ElementType {
    switch content {
    case .number(let format): format.elementType
    case .enumeration(let format, let isBoolean):
      isBoolean ? .boolean : .enumeration(bits: 8 * format.size)
    case .fixedText, .variableText: .text
    case .other(let other): .other(other)
    }
  }
}

/// What fills a text of fixed length up.
enum TextPadding: Int, Sendable {
  /// A NUL ends it.
  case terminated = 0
  case zeros = 1
  case spaces = 2

  /// The text in some bytes.
  func text(_ bytes: ArraySlice<UInt8>) -> String {
    let text =
      switch self {
      case .terminated: bytes.prefix { $0 != 0 }
      case .zeros: bytes.dropLast(trailing: 0)
      case .spaces: bytes.dropLast(trailing: UInt8(ascii: " "))
      }
    return String(decoding: text, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func dropLast(trailing byte: UInt8) -> ArraySlice<UInt8> {
    guard let last = lastIndex(where: { $0 != byte }) else { return [] }
    return self[...last]
  }
}
