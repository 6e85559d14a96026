/// Texts as Python writes them in source, which protocol 0 uses.
enum PythonText {
  /// A text in quotes, with `\n`, `\x41` and the like.
  static func quoted(_ line: ArraySlice<UInt8>, at place: Int) throws(PickleProblem) -> String {
    guard line.count >= 2, let quote = line.first, quote == line.last,
      quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"")
    else { throw .damaged(at: place) }
    var bytes: [UInt8] = []
    var rest = line.dropFirst().dropLast()
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\") else {
        bytes.append(byte)
        continue
      }
      guard let letter = rest.popFirst() else { throw .damaged(at: place) }
      switch letter {
      case UInt8(ascii: "n"): bytes.append(0x0A)
      case UInt8(ascii: "t"): bytes.append(0x09)
      case UInt8(ascii: "r"): bytes.append(0x0D)
      case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): bytes.append(letter)
      case UInt8(ascii: "x"): bytes.append(UInt8(truncatingIfNeeded: try hex(&rest, 2, at: place)))
      default: throw .damaged(at: place)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A text without quotes: each byte a letter, others as `\u20AC` or `\U0001F600`.
  static func escaped(_ line: ArraySlice<UInt8>, at place: Int) throws(PickleProblem) -> String {
    var text = String.UnicodeScalarView()
    var rest = line
    while let byte = rest.popFirst() {
      let width =
        switch (byte, rest.first) {
        case (UInt8(ascii: "\\"), UInt8(ascii: "u")): 4
        case (UInt8(ascii: "\\"), UInt8(ascii: "U")): 8
        default: 0
        }
      guard width > 0 else {
        text.append(Unicode.Scalar(byte))
        continue
      }
      rest.removeFirst()
      text.append(Unicode.Scalar(try hex(&rest, width, at: place)) ?? "\u{FFFD}")
    }
    return String(text)
  }

  private static func hex(
    _ rest: inout ArraySlice<UInt8>, _ count: Int, at place: Int
  ) throws(PickleProblem) -> UInt32 {
    let digits = String(decoding: rest.prefix(count), as: UTF8.self)
    guard rest.count >= count, digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") }),
      let number = UInt32(digits, radix: 16)
    else { throw .damaged(at: place) }
    rest = rest.dropFirst(count)
    return number
  }
}
