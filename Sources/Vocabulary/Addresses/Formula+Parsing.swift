import Engine
import Foundation
import Wording

extension Formula {
  /// Reads a formula that takes up the whole text.
  ///
  /// - Throws: `FormulaError` with the place at which it cannot be read on.
  package init(parsing text: String) throws(FormulaError) {
    var reader = FormulaReader(text)
    self = try reader.sum()
    try reader.end()
  }
}

extension Condition {
  /// Reads a comparison; behind it `+- 0.02` says how far equal numbers may lie apart.
  ///
  /// - Throws: `FormulaError` with the place at which it cannot be read on.
  package init(parsing text: String) throws(FormulaError) {
    var reader = FormulaReader(text)
    left = try reader.sum()
    relation = try reader.relation()
    right = try reader.sum()
    tolerance = try reader.tolerance()
    try reader.end()
    self.text = text
  }
}

/// Reads a formula from left to right: sums of products of what is signed.
private struct FormulaReader {
  private let characters: [Character]
  private var place = 0
  /// Deeper than any sentence needs, and far from the end of the stack.
  private var depth = 0
  /// How many numbers, names and addresses there are. A sum is as deep as it is long: what reads it
  /// calls itself once for each part.
  private var parts = 0
  private static let mostParts = 200
  private static let mostDigits = 20

  init(_ text: String) { characters = Array(text) }

  mutating func sum() throws(FormulaError) -> Formula {
    depth += 1
    defer { depth -= 1 }
    guard depth < 40 else { throw error(.fewerBrackets) }
    var left = try product()
    while let operation = operation(among: ["+": .plus, "-": .minus, "−": .minus]) {
      left = .combined(left, operation, try product())
    }
    return left
  }

  private mutating func product() throws(FormulaError) -> Formula {
    var left = try signed()
    while let operation = operation(among: ["*": .times, "·": .times, "×": .times, "/": .over]) {
      left = .combined(left, operation, try signed())
    }
    return left
  }

  /// The operation that stands next, unless it begins the tolerance `+-`.
  private mutating func operation(among known: [Character: Formula.Operation])
    -> Formula.Operation?
  {
    skipSpace()
    guard let next = peek, let operation = known[next] else { return nil }
    if next == "+", place + 1 < characters.count, characters[place + 1] == "-" { return nil }
    place += 1
    return operation
  }

  private mutating func signed() throws(FormulaError) -> Formula {
    skipSpace()
    var isNegative = false
    while let sign = peek, sign == "-" || sign == "−" || sign == "+" {
      if sign != "+" { isNegative.toggle() }
      place += 1
      skipSpace()
    }
    let value = try atom()
    guard isNegative else { return value }
    if case .number(let number, let digits) = value { return .number(-number, digits: digits) }
    return .negative(value)
  }

  private mutating func atom() throws(FormulaError) -> Formula {
    skipSpace()
    guard let next = peek else { throw error(.operand) }
    parts += 1
    guard parts <= Self.mostParts else {
      throw error(.operands(most: Self.mostParts))
    }
    if next == "(" { return try bracketed() }
    if next.isASCII, next.isNumber || next == "." { return try number() }
    guard isNameStart(next) else { throw error(.operand) }
    return try named()
  }

  private mutating func bracketed() throws(FormulaError) -> Formula {
    place += 1
    var parts = [try sum()]
    while take(",") {
      skipSpace()
      if peek == ")" { break }
      parts.append(try sum())
    }
    guard take(")") else { throw error(.closingBracket) }
    // `(64)` is a shape where one is asked for, and a number among other arithmetic.
    return .tuple(parts)
  }

  private mutating func number() throws(FormulaError) -> Formula {
    let start = place
    var digits = 0
    var hasPoint = false
    while let next = peek {
      if next.isASCII, next.isNumber {
        if hasPoint { digits += 1 }
      } else if next == ".", !hasPoint {
        hasPoint = true
      } else if next == ",", !hasPoint, isThousands() {
        // "71,168", as the screens write it.
      } else {
        break
      }
      place += 1
    }
    if peek == "e" || peek == "E" {
      let before = place
      place += 1
      if peek == "-" || peek == "+" { place += 1 }
      let exponent = place
      while let next = peek, next.isASCII, next.isNumber { place += 1 }
      if place == exponent {
        place = before
      } else {
        let limit = WholeNumber.limit
        let power = WholeNumber.read(String(characters[(before + 1)..<place]))
        digits -= power ?? (characters[before + 1] == "-" ? -limit : limit)
      }
    }
    guard digits <= Self.mostDigits else {
      place = start
      throw error(.digits(most: Self.mostDigits))
    }
    let text = String(characters[start..<place]).replacing(",", with: "")
    guard let value = Double(text), value.isFinite else {
      place = start
      throw error(.number)
    }
    return .number(value, digits: max(0, digits))
  }

  /// Whether the comma here stands before three digits that end a group. Inside brackets a comma
  /// always divides: `(50,128)` is a shape.
  private func isThousands() -> Bool {
    guard depth == 1 else { return false }
    let group = characters.dropFirst(place + 1).prefix(3)
    let after = place + 4 < characters.count ? characters[place + 4] : " "
    return group.count == 3 && group.allSatisfy { $0.isASCII && $0.isNumber } && !after.isNumber
  }

  private mutating func named() throws(FormulaError) -> Formula {
    let start = place
    while let next = peek, isNamePart(next) { place += 1 }
    let name = String(characters[start..<place])
    if peek == "(", Formula.Function(rawValue: name) == nil {
      let known = Formula.Function.allCases.map(\.rawValue)
      throw FormulaError(.noFunction(name, nearest: nearest(to: name, in: known)), offset: start)
    }
    if let function = Formula.Function(rawValue: name), take("(") {
      var arguments = [try sum()]
      while take(",") { arguments.append(try sum()) }
      guard take(")") else { throw error(.closingBracket) }
      return .call(function, arguments)
    }
    var address = name
    if peek == "[" {
      guard let close = characters[place...].firstIndex(of: "]") else {
        throw error(.closingIndex)
      }
      address += String(characters[place...close])
      place = close + 1
    }
    if let quantity = Quantity(parsing: address) { return .quantity(quantity) }
    guard address == name else {
      let indices = String(address.dropFirst(name.count))
      throw FormulaError(
        WholeNumber.beyond(in: indices).map { .tooLarge($0) } ?? noAddress(address, name),
        offset: start)
    }
    return .name(name)
  }

  /// Where the kind is known, it is what stands in the brackets that is no index.
  private func noAddress(_ address: String, _ name: String) -> FormulaError.Problem {
    guard let dot = name.lastIndex(of: "."), Quantity(parsing: name) == nil else {
      return .noAddress(address, nearest: nil)
    }
    let kinds = QuantityName.addressed.map(\.rawValue)
    let near = nearest(to: String(name[name.index(after: dot)...]), in: kinds)
    return .noAddress(address, nearest: near.map { "\(name[...dot])\($0)" })
  }

  mutating func relation() throws(FormulaError) -> Condition.Relation {
    skipSpace()
    for text in ["<=", ">="] where characters[place...].starts(with: text) {
      throw error(.relation)
    }
    for (text, relation) in [
      ("!=", Condition.Relation.unequal), ("≠", .unequal), ("==", .equal), ("=", .equal),
      ("<", .below), (">", .above),
    ] where characters[place...].starts(with: text) {
      place += text.count
      return relation
    }
    throw error(.relation)
  }

  mutating func tolerance() throws(FormulaError) -> Double? {
    skipSpace()
    for text in ["+-", "±"] where characters[place...].starts(with: text) {
      place += text.count
      skipSpace()
      guard case .number(let value, _) = try number() else { return nil }
      return value
    }
    return nil
  }

  mutating func end() throws(FormulaError) {
    skipSpace()
    if place < characters.count { throw error(.end) }
  }

  private var peek: Character? { place < characters.count ? characters[place] : nil }

  private mutating func take(_ character: Character) -> Bool {
    skipSpace()
    guard peek == character else { return false }
    place += 1
    return true
  }

  private mutating func skipSpace() {
    while let next = peek, next.isWhitespace { place += 1 }
  }

  private func isNameStart(_ character: Character) -> Bool {
    character.isLetter || character == "_"
  }

  private func isNamePart(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "."
  }

  private func error(_ expected: FormulaError.Expected) -> FormulaError {
    let found = String(characters.dropFirst(place).prefix(12))
    return FormulaError(.expected(expected, found: found), offset: place)
  }
}
