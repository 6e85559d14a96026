/// One message of Protocol Buffers, as a list of its fields: what ONNX's files are made of
/// (protobuf.dev, "Encoding").
///
/// A message within it is read when it is asked for, so that a file cannot make this nest.
struct ProtobufMessage {
  /// What a field holds.
  enum Value {
    case varint(UInt64)
    case fixed64(UInt64)
    case bytes(ArraySlice<UInt8>)
    case fixed32(UInt32)
  }

  private var fields: [(number: Int, value: Value)] = []

  /// The most fields of one message. A list of a tensor's numbers is one field, where it is packed.
  private static let mostFields = 1_000_000

  /// - Throws: a place at which the bytes are no message.
  init(_ bytes: ArraySlice<UInt8>) throws(ONNXFault) {
    var reader = ProtobufReader(bytes)
    while !reader.isAtEnd {
      let place = reader.position
      let key = try reader.varint()
      guard fields.count < Self.mostFields, key >> 3 > 0, key >> 3 < 1 << 29 else {
        throw .damaged(at: place)
      }
      let value: Value
      switch key & 7 {
      case 0: value = .varint(try reader.varint())
      case 1: value = .fixed64(try reader.fixed(8))
      case 2: value = .bytes(try reader.counted())
      case 5: value = .fixed32(UInt32(truncatingIfNeeded: try reader.fixed(4)))
      default: throw .damaged(at: place)
      }
      fields.append((Int(key >> 3), value))
    }
  }

  // MARK: - Fields by their numbers

  /// The messages of a field, in their order, of so many of them.
  func messages(_ number: Int, most: Int = .max) throws(ONNXFault) -> [ProtobufMessage] {
    var messages: [ProtobufMessage] = []
    for bytes in slices(number).prefix(most) { messages.append(try ProtobufMessage(bytes)) }
    return messages
  }

  /// The message of a field that stands at most once; of several the last.
  func message(_ number: Int) throws(ONNXFault) -> ProtobufMessage? {
    guard let bytes = slices(number).last else { return nil }
    return try ProtobufMessage(bytes)
  }

  func bytes(_ number: Int) -> ArraySlice<UInt8>? { slices(number).last }

  func text(_ number: Int) -> String {
    slices(number).last.map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  func texts(_ number: Int) -> [String] {
    slices(number).map { String(decoding: $0, as: UTF8.self) }
  }

  func integer(_ number: Int) -> Int? {
    for case (number, .varint(let value)) in fields.reversed() {
      return Int(Int64(bitPattern: value))
    }
    return nil
  }

  func float(_ number: Int) -> Float? {
    for case (number, .fixed32(let bits)) in fields.reversed() { return Float(bitPattern: bits) }
    return nil
  }

  /// A list of integers, packed into one field or each in its own; throws where there are more than `most`.
  func integers(_ number: Int, most: Int = 1000) throws(ONNXFault) -> [Int] {
    var integers: [Int] = []
    func add(_ value: UInt64, at place: Int) throws(ONNXFault) {
      guard integers.count < most else { throw .damaged(at: place) }
      integers.append(Int(Int64(bitPattern: value)))
    }
    for field in fields where field.number == number {
      switch field.value {
      case .varint(let value): try add(value, at: 0)
      case .bytes(let bytes):
        var reader = ProtobufReader(bytes)
        while !reader.isAtEnd { try add(try reader.varint(), at: reader.position) }
      case .fixed32, .fixed64: throw .damaged(at: 0)
      }
    }
    return integers
  }

  /// The bytes of a list of numbers of fixed width, packed or not.
  func packed(_ number: Int, width: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    for field in fields where field.number == number {
      switch field.value {
      case .bytes(let packed): bytes += packed
      case .fixed32(let bits) where width == 4:
        withUnsafeBytes(of: bits.littleEndian) { bytes += $0 }
      case .fixed64(let bits) where width == 8:
        withUnsafeBytes(of: bits.littleEndian) { bytes += $0 }
      default: break
      }
    }
    return bytes
  }

  /// The bytes of a field, in their order.
  func slices(_ number: Int) -> [ArraySlice<UInt8>] {
    fields.compactMap { field in
      if field.number == number, case .bytes(let bytes) = field.value { bytes } else { nil }
    }
  }
}

/// Reads the parts of a message, and never beyond its end.
private struct ProtobufReader {
  private let bytes: ArraySlice<UInt8>
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position >= bytes.endIndex }

  /// Seven bits a byte, the lowest first; the highest bit says that more follow.
  mutating func varint() throws(ONNXFault) -> UInt64 {
    var value: UInt64 = 0
    for shift in stride(from: UInt64(0), to: 70, by: 7) {
      guard position < bytes.endIndex else { throw .damaged(at: position) }
      let byte = bytes[position]
      position += 1
      if shift < 64 { value |= UInt64(byte & 0x7F) << shift }
      if byte & 0x80 == 0 { return value }
    }
    throw .damaged(at: position)
  }

  mutating func fixed(_ width: Int) throws(ONNXFault) -> UInt64 {
    try take(width).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  mutating func counted() throws(ONNXFault) -> ArraySlice<UInt8> {
    guard let count = Int(exactly: try varint()) else { throw .damaged(at: position) }
    return try take(count)
  }

  private mutating func take(_ count: Int) throws(ONNXFault) -> ArraySlice<UInt8> {
    guard count >= 0, count <= bytes.endIndex - position else { throw .damaged(at: position) }
    defer { position += count }
    return bytes[position..<position + count]
  }
}
