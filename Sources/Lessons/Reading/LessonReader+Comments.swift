import Documents

// What the YAML reader takes for a comment, and an author for text.
extension LessonReader {
  /// What ` #` cut off behind a text without quotation marks, and where.
  mutating func comment(behind words: [String], _ place: Place) -> (Place, String)? {
    guard let first = place.line, let column = place.column else { return nil }
    var left = words.count
    var number = first - 1
    while left > 0, lines.indices.contains(number) {
      let line = opened(number)
      let start = min(number == first - 1 ? column - 1 : 0, line.characters.count)
      let remark = line.remarks[start]
      // No further than the words of the text: many texts may stand in one line.
      var isInWord = false
      for character in line.characters[start..<(remark ?? line.characters.count)] {
        if left <= 0 { break }
        if !isInWord, !character.isWhitespace { left -= 1 }
        isInWord = !character.isWhitespace
      }
      // Behind a space more, a remark is meant as one.
      if left <= 0, let remark, remark == start || !line.characters[remark - 1].isWhitespace {
        let lost = String(line.characters[(remark + 1)...].prefix(Self.longestText))
        return (Place(file, line: number + 1, column: remark + 2), lost)
      }
      number += 1
    }
    return nil
  }

  /// A line as characters, and for each place in it where the next ` #` stands.
  struct OpenedLine {
    let number: Int
    let characters: [Character]
    let remarks: [Int?]

    init(_ line: Substring, number: Int) {
      self.number = number
      characters = Array(line)
      var remarks = [Int?](repeating: nil, count: characters.count + 1)
      for place in characters.indices.dropLast().reversed() {
        let isRemark = characters[place] == " " && characters[place + 1] == "#"
        remarks[place] = isRemark ? place : remarks[place + 1]
      }
      self.remarks = remarks
    }
  }

  private mutating func opened(_ number: Int) -> OpenedLine {
    if let opened, opened.number == number { return opened }
    let line = OpenedLine(lines[number], number: number)
    opened = line
    return line
  }
}
