/// Reads JSON as a tree whose values know where they stand.
struct PlacedJSONReader {
  private var reader: JSONReader
  private let file: String
  private let hasPlaces: Bool
  /// The place of a byte that was passed already: places are asked for from front to back.
  private var passed: (position: Int, line: Int, column: Int)

  init(_ bytes: ArraySlice<UInt8>, of file: String, hasPlaces: Bool) {
    reader = JSONReader(bytes)
    self.file = file
    self.hasPlaces = hasPlaces
    passed = (bytes.startIndex, 1, 1)
  }

  mutating func root() throws(JSONError) -> DocumentValue {
    let value = try value(depth: 0)
    reader.skipSpace()
    guard reader.next == nil else { throw reader.error(.end) }
    return value
  }

  /// The place of a byte; a column counts characters, of which a byte within one is none.
  mutating func place(of position: Int) -> Place {
    guard hasPlaces else { return Place(file) }
    if position < passed.position { passed = (reader.bytes.startIndex, 1, 1) }
    for byte in reader.bytes[passed.position..<min(position, reader.bytes.endIndex)] {
      if byte == UInt8(ascii: "\n") {
        passed.line += 1
        passed.column = 1
      } else if byte & 0xC0 != 0x80 {
        passed.column += 1
      }
    }
    passed.position = position
    return Place(file, line: passed.line, column: passed.column)
  }

  private mutating func value(depth: Int) throws(JSONError) -> DocumentValue {
    guard depth < JSONDocument.deepest else { throw reader.error(.lessNesting) }
    reader.skipSpace()
    let place = place(of: reader.position)
    return DocumentValue(
      content: try content(depth: depth), place: place, reach: .everything)
  }

  private mutating func content(depth: Int) throws(JSONError) -> DocumentValue.Content {
    if reader.take("{") { return .mapping(try members(depth: depth + 1)) }
    if reader.take("[") { return .list(try elements(depth: depth + 1)) }
    if reader.take("\"") { return .text(try reader.string(), isPlain: false) }
    let start = reader.position
    while let byte = reader.next, reader.isWordByte(byte) { reader.position += 1 }
    let text = String(decoding: reader.bytes[start..<reader.position], as: UTF8.self)
    let words = ["true", "false", "null", "NaN", "Infinity", "-Infinity"]
    guard words.contains(text) || reader.isNumber(text) else {
      reader.position = start
      throw reader.error(.value)
    }
    return .text(text, isPlain: true)
  }

  private mutating func members(
    depth: Int
  ) throws(JSONError) -> [(key: DocumentValue, value: DocumentValue)] {
    var members: [(key: DocumentValue, value: DocumentValue)] = []
    if reader.take("}") { return members }
    var keys: Set<String> = []
    repeat {
      reader.skipSpace()
      let start = reader.position
      guard reader.take("\"") else { throw reader.error(.key) }
      let name = try reader.string()
      guard keys.insert(name).inserted else {
        reader.position = start
        throw reader.error(.noKeyAgain(name))
      }
      let key = DocumentValue(
        content: .text(name, isPlain: false), place: place(of: start), reach: .everything)
      guard reader.take(":") else { throw reader.error(.mark([":"])) }
      members.append((key, try value(depth: depth)))
    } while reader.take(",")
    guard reader.take("}") else { throw reader.error(.mark([",", "}"])) }
    return members
  }

  private mutating func elements(depth: Int) throws(JSONError) -> [DocumentValue] {
    var elements: [DocumentValue] = []
    if reader.take("]") { return elements }
    repeat { elements.append(try value(depth: depth)) } while reader.take(",")
    guard reader.take("]") else { throw reader.error(.mark([",", "]"])) }
    return elements
  }
}
