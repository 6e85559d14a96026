/// Reads what stands behind an instruction, and never beyond the end.
struct PickleBytes {
  private let bytes: ArraySlice<UInt8>
  /// Where the next byte stands, counted as in the slice.
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// The position as errors say it: counted from the pickle's first byte.
  var place: Int { position - bytes.startIndex }

  mutating func byte() throws(PickleProblem) -> UInt8 {
    guard position < bytes.endIndex else { throw .cutShort(size: bytes.count) }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func take(_ count: Int) throws(PickleProblem) -> ArraySlice<UInt8> {
    guard count >= 0 else { throw .damaged(at: place) }
    guard count <= bytes.endIndex - position else { throw .cutShort(size: bytes.count) }
    defer { position += count }
    return bytes[position..<position + count]
  }

  /// A number without a sign, its lowest byte first.
  mutating func unsigned(_ width: Int) throws(PickleProblem) -> UInt64 {
    try take(width).reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// So many bytes as a number before them says.
  mutating func counted(_ width: Int) throws(PickleProblem) -> ArraySlice<UInt8> {
    guard let count = Int(exactly: try unsigned(width)) else { throw .damaged(at: place) }
    return try take(count)
  }

  /// What stands before the end of the line.
  mutating func line() throws(PickleProblem) -> ArraySlice<UInt8> {
    guard let end = bytes[position...].firstIndex(of: 0x0A) else {
      throw .cutShort(size: bytes.count)
    }
    defer { position = end + 1 }
    return bytes[position..<end]
  }

  mutating func textLine() throws(PickleProblem) -> String {
    String(decoding: try line(), as: UTF8.self)
  }

  /// A whole number as a line of digits.
  mutating func numberLine() throws(PickleProblem) -> Int {
    let start = place
    guard let number = Int(try textLine()) else { throw .damaged(at: start) }
    return number
  }
}
