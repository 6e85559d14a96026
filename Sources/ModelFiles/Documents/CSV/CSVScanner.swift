/// Finds the cells of a csv file, row by row.
struct CSVScanner {
  private let bytes: [UInt8]
  private let file: String
  private var position: Int
  private var line = 1
  /// Where the present line begins.
  private var lineStart: Int

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
    // A byte order mark is no part of the first cell.
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = position
  }

  /// Puts the cells of the next row that is not empty in the place of others; gives the row's line,
  /// nil at the end of the file.
  mutating func scanRow(into cells: inout [CSVTable.Cell]) throws(ModelFileError) -> Int? {
    while position < bytes.count {
      cells.removeAll(keepingCapacity: true)
      let firstLine = line
      while true {
        guard cells.count < CSVTable.mostColumns else {
          throw ModelFileError(
            Place(file, line: firstLine), .tooManyCells(limit: CSVTable.mostColumns))
        }
        let isQuoted = position < bytes.count && bytes[position] == UInt8(ascii: "\"")
        cells.append(isQuoted ? try quotedCell() : plainCell())
        guard position < bytes.count else { break }
        let mark = bytes[position]
        position += 1
        if mark == UInt8(ascii: "\n") {
          beginLine()
          break
        }
      }
      guard cells.count == 1, let only = cells.last, only.start == only.end, !only.isQuoted else {
        return firstLine
      }
    }
    return nil
  }

  private mutating func beginLine() {
    line += 1
    lineStart = position
  }

  /// Up to the next comma or line end, where `position` then stands.
  private mutating func plainCell() -> CSVTable.Cell {
    let start = position
    skipToMark()
    var end = position
    if end > start, bytes[end - 1] == 0x0D, !isAtComma { end -= 1 }
    return CSVTable.Cell(
      start: start, end: end, line: line, column: start - lineStart + 1, isQuoted: false)
  }

  /// Between two quotation marks, then only spaces up to the next comma or line end.
  private mutating func quotedCell() throws(ModelFileError) -> CSVTable.Cell {
    let place = Place(file, line: line, column: position - lineStart + 1)
    position += 1
    let start = position
    while true {
      guard position < bytes.count else { throw ModelFileError(place, .unclosedQuote) }
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\n") { beginLine() }
      guard byte == UInt8(ascii: "\"") else { continue }
      if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
        position += 1
      } else {
        break
      }
    }
    let end = position - 1
    skipToMark()
    if bytes[end + 1..<position].contains(where: { $0 != 0x20 && $0 != 0x0D }) {
      throw ModelFileError(
        Place(file, line: line, column: end + 1 - lineStart + 1),
        .syntax("text follows a closing quotation mark; double the marks inside a cell"))
    }
    return CSVTable.Cell(
      start: start, end: end, line: place.line ?? line, column: place.column ?? 1, isQuoted: true)
  }

  private var isAtComma: Bool {
    position < bytes.count && bytes[position] == UInt8(ascii: ",")
  }

  /// A cell is a few bytes long: looking at each is as quick as a search by the C library.
  private mutating func skipToMark() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\n") { return }
      position += 1
    }
  }
}
