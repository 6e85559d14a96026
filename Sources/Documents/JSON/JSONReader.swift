/// What is wrong with a piece of JSON, and after how many bytes.
package struct JSONError: Error, Hashable, Sendable {
  package var expected: Expected
  package var byte: Int

  package enum Expected: Hashable, Sendable {
    case end
    case lessNesting
    case value
    case key
    case noKeyAgain(String)
    case noControl
    case escape
    case surrogatePair
    case hexadecimal
    /// One of these characters.
    case mark([Character])
  }
}

/// Reads one JSON value and nothing after it but spaces.
///
/// Refused is what JSON does not write: remarks, commas at an end, numbers such as +1 or .5, keys that
/// stand twice, and nesting more than 32 deep.
struct JSONReader {
  /// Deeper than any header needs, and shallow enough for any stack.
  static let deepest = 32

  let bytes: ArraySlice<UInt8>
  var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  static func read(_ bytes: ArraySlice<UInt8>) throws(JSONError) -> JSON {
    var reader = JSONReader(bytes)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.next == nil else { throw reader.error(.end) }
    return value
  }

  var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  func error(_ expected: JSONError.Expected) -> JSONError {
    JSONError(expected: expected, byte: position - bytes.startIndex)
  }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
      position += 1
    }
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSON {
    guard depth < Self.deepest else { throw error(.lessNesting) }
    if take("{") { return .object(try members(depth: depth + 1)) }
    if take("[") { return .array(try elements(depth: depth + 1)) }
    if take("\"") { return .string(try string()) }
    let start = position
    while let byte = next, isWordByte(byte) { position += 1 }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if ["true", "false", "null"].contains(text) { return .word(text) }
    if isNumber(text), Double(text)?.isFinite == true { return .number(text) }
    position = start
    throw error(.value)
  }

  /// Whether a text is a number as JSON writes it: without a `+` or a 0 in front, without bare points.
  func isNumber(_ text: String) -> Bool {
    var rest = Array(text.utf8)[...]
    func takeDigits() -> ArraySlice<UInt8> {
      let digits = rest.prefix { (0x30...0x39).contains($0) }
      rest = rest.dropFirst(digits.count)
      return digits
    }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = takeDigits()
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      guard !takeDigits().isEmpty else { return false }
    }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
        rest = rest.dropFirst()
      }
      guard !takeDigits().isEmpty else { return false }
    }
    return rest.isEmpty
  }

  func isWordByte(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "+", "-", ".": true
    default: false
    }
  }

  private mutating func members(depth: Int) throws(JSONError) -> [(key: String, value: JSON)] {
    var members: [(key: String, value: JSON)] = []
    if take("}") { return members }
    var keys: Set<String> = []
    repeat {
      guard take("\"") else { throw error(.key) }
      let key = try string()
      guard keys.insert(key).inserted else { throw error(.noKeyAgain(key)) }
      guard take(":") else { throw error(.mark([":"])) }
      members.append((key, try value(depth: depth)))
    } while take(",")
    guard take("}") else { throw error(.mark([",", "}"])) }
    return members
  }

  private mutating func elements(depth: Int) throws(JSONError) -> [JSON] {
    var elements: [JSON] = []
    if take("]") { return elements }
    repeat { elements.append(try value(depth: depth)) } while take(",")
    guard take("]") else { throw error(.mark([",", "]"])) }
    return elements
  }

  /// The rest of a string whose opening quotation mark has been taken.
  mutating func string() throws(JSONError) -> String {
    var units: [UInt8] = []
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"): units += try escape().utf8
      case 0..<0x20: throw error(.noControl)
      default: units.append(byte)
      }
    }
    throw error(.mark(["\""]))
  }

  private mutating func escape() throws(JSONError) -> String {
    guard let byte = next else { throw error(.escape) }
    position += 1
    switch Unicode.Scalar(byte) {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "\"", "\\", "/": return String(Unicode.Scalar(byte))
    case "u":
      let first = try codeUnit()
      guard first & 0xF800 == 0xD800 else { return String(decoding: [first], as: UTF16.self) }
      guard first & 0xFC00 == 0xD800, bytes[position...].starts(with: [0x5C, 0x75]) else {
        throw error(.surrogatePair)
      }
      position += 2
      let second = try codeUnit()
      guard second & 0xFC00 == 0xDC00 else { throw error(.surrogatePair) }
      return String(decoding: [first, second], as: UTF16.self)
    default: throw error(.escape)
    }
  }

  private mutating func codeUnit() throws(JSONError) -> UInt16 {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw error(.hexadecimal) }
    position += 4
    return unit
  }
}
