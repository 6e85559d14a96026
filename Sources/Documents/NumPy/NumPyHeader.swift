import Wording

/// The Python dictionary at the head of an `.npy` file.
///
/// Its three keys are all that is understood; a general reader of Python would only invite surprises.
struct NumPyHeader {
  private(set) var type = ""
  private(set) var fortranOrder = false
  private(set) var shape: [Int] = []

  private var text: Substring

  /// Longer than any header of a plain array; a structured type may go on for pages.
  static let longest = 4096

  init(_ bytes: [UInt8]) throws(DocumentProblem.NumPyHeader) {
    guard bytes.count <= Self.longest else {
      throw .tooLong(limit: Self.longest)
    }
    text = Substring(decoding: bytes, as: UTF8.self)
    var seen: Set<String> = []
    try expect("{")
    while !take("}") {
      let key = try string()
      guard seen.insert(key).inserted else {
        throw .twice(excerpt(key))
      }
      try expect(":")
      switch key {
      case "descr": type = try description()
      case "fortran_order": fortranOrder = try flag()
      case "shape": shape = try tuple()
      default: throw .unknownKey(excerpt(key))
      }
      if !take(",") {
        try expect("}")
        break
      }
    }
    for key in ["descr", "fortran_order", "shape"] where !seen.contains(key) {
      throw .missingKey(key)
    }
    skipSpace()
    guard text.isEmpty else { throw .more }
  }

  private mutating func skipSpace() {
    text = text.drop { $0 == " " || $0 == "\n" }
  }

  private mutating func take(_ token: String) -> Bool {
    skipSpace()
    guard text.hasPrefix(token) else { return false }
    text.removeFirst(token.count)
    return true
  }

  private mutating func expect(_ token: String) throws(DocumentProblem.NumPyHeader) {
    guard take(token) else {
      throw .expected(token, before: excerpt(String(text)))
    }
  }

  private mutating func string() throws(DocumentProblem.NumPyHeader) -> String {
    let quote: Character = take("\"") ? "\"" : "'"
    if quote == "'" { try expect("'") }
    guard let end = text.firstIndex(of: quote) else {
      throw .openQuote
    }
    defer { text = text[text.index(after: end)...] }
    return String(text[..<end])
  }

  /// A plain type in quotation marks; a structured one is a list.
  private mutating func description() throws(DocumentProblem.NumPyHeader) -> String {
    skipSpace()
    if text.hasPrefix("[") { throw .namedFields }
    return try string()
  }

  private mutating func flag() throws(DocumentProblem.NumPyHeader) -> Bool {
    if take("True") { return true }
    try expect("False")
    return false
  }

  private mutating func tuple() throws(DocumentProblem.NumPyHeader) -> [Int] {
    try expect("(")
    var sizes: [Int] = []
    while !take(")") {
      skipSpace()
      let digits = text.prefix { $0.isWholeNumber || $0 == "-" || $0 == "+" }
      guard let size = Int(digits), size >= 0 else {
        throw .size(excerpt(String(digits)))
      }
      text = text[digits.endIndex...]
      sizes.append(size)
      if !take(",") {
        try expect(")")
        break
      }
    }
    return sizes
  }
}
