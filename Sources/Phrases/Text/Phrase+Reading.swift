import Vocabulary

// The numbers and shapes in a text that others wrote.
extension Phrase {
  /// Shapes in brackets, and numbers with their sign, by their cells: a scalar is one.
  static func figures(in text: String) -> [Figure] {
    let characters = text.unicodeScalars.map { Character($0) }
    return tokens(characters).compactMap { range in
      told(String(characters[range])).map { Figure(told: $0, cells: range) }
    }
  }

  private static func told(_ token: String) -> Told? {
    if let shape = WrittenShape.read(token) { return .shape(shape) }
    guard let formula = try? Formula(parsing: token), case .number(let number, let digits) = formula
    else { return nil }
    return .number(number, digits: digits)
  }

  private static func tokens(_ characters: [Character]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var place = 0
    while place < characters.count {
      if characters[place] == "(", let end = shapeEnd(characters, place) {
        ranges.append(place..<end)
        place = end
      } else if isDigit(characters[place]) {
        let end = numberEnd(characters, place)
        let isSigned = place > 0 && "+-".contains(characters[place - 1])
        ranges.append((isSigned ? place - 1 : place)..<end)
        place = end
      } else {
        place += 1
      }
    }
    return ranges
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private static func numberEnd(_ characters: [Character], _ start: Int) -> Int {
    var end = start
    while end < characters.count,
      isDigit(characters[end])
        || (".,".contains(characters[end]) && end + 1 < characters.count
          && characters[end + 1].isNumber)
    {
      end += 1
    }
    return end
  }

  private static func shapeEnd(_ characters: [Character], _ start: Int) -> Int? {
    var place = start + 1
    // In code the batch stands in front by its name.
    for batch in ["batch,", "None,"] where characters[place...].starts(with: batch) {
      place += batch.count
    }
    while place < characters.count, characters[place].isNumber || ", ".contains(characters[place]) {
      place += 1
    }
    return place < characters.count && characters[place] == ")" && place > start + 1
      ? place + 1 : nil
  }
}
