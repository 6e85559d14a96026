/// Finds the cells of a csv file, row by row. A line ends in LF, CR LF or CR.
struct CSVScanner {
  private let bytes: [UInt8]
  private let end: Int
  private let file: String
  private let separator: CSVSeparator
  /// The byte between two cells; of blanks a space, and a tab does as well.
  private let mark: UInt8
  private var position: Int
  private var line: Int
  /// Where the present line begins.
  private var lineStart: Int

  /// Scans `bytes` from a place on, which stands in `line`.
  init(
    _ bytes: [UInt8], file: String, separator: CSVSeparator, from start: Int, to end: Int? = nil,
    line: Int = 1, lineStart: Int? = nil
  ) {
    self.bytes = bytes
    self.end = end ?? bytes.count
    self.file = file
    self.separator = separator
    mark = if case .mark(let byte) = separator { byte } else { UInt8(ascii: " ") }
    position = start
    self.line = line
    self.lineStart = lineStart ?? start
  }

  var isAtEnd: Bool { position >= end }

  /// Puts the cells of the next row that is not empty in the place of others; gives the row's line,
  /// nil at the end of the file.
  mutating func scanRow(into cells: inout [CSVTable.Cell]) throws(FileError) -> Int? {
    while position < end {
      cells.removeAll(keepingCapacity: true)
      let firstLine = line
      skipBlanks()
      while true {
        guard cells.count < CSVTable.mostColumns else {
          throw FileError(
            Place(file, line: firstLine), .tooManyCells(limit: CSVTable.mostColumns))
        }
        let isQuoted = position < end && bytes[position] == UInt8(ascii: "\"")
        cells.append(isQuoted ? try quotedCell() : plainCell())
        skipBlanks()
        guard position < end else { break }
        if isLineEnd(bytes[position]) {
          beginLine()
          break
        }
        // Blanks have been passed over already.
        if separator != .blanks { position += 1 }
      }
      guard cells.count == 1, let only = cells.last, only.start == only.end, !only.isQuoted else {
        return firstLine
      }
    }
    return nil
  }

  private func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Passes over the end of a line, both of its bytes where it has two.
  private mutating func beginLine() {
    let isFirstOfTwo = bytes[position] == 0x0D && position + 1 < end && bytes[position + 1] == 0x0A
    position += isFirstOfTwo ? 2 : 1
    line += 1
    lineStart = position
  }

  /// Where blanks separate, those before a cell or the end of a line mean nothing.
  private mutating func skipBlanks() {
    guard separator == .blanks else { return }
    while position < end, bytes[position] == 0x20 || bytes[position] == 0x09 { position += 1 }
  }

  /// Up to the next separator or line end, where `position` then stands.
  private mutating func plainCell() -> CSVTable.Cell {
    let start = position
    skipToMark()
    return CSVTable.Cell(
      start: start, end: position, line: line, column: start - lineStart + 1, isQuoted: false)
  }

  /// Between two quotation marks, then only spaces up to the next separator or line end.
  private mutating func quotedCell() throws(FileError) -> CSVTable.Cell {
    let place = Place(file, line: line, column: position - lineStart + 1)
    position += 1
    let start = position
    while true {
      guard position < end else { throw FileError(place, .unclosedQuote) }
      let byte = bytes[position]
      if isLineEnd(byte) {
        beginLine()
        continue
      }
      position += 1
      guard byte == UInt8(ascii: "\"") else { continue }
      if position < end, bytes[position] == UInt8(ascii: "\"") {
        position += 1
      } else {
        break
      }
    }
    let close = position - 1
    skipToMark()
    if bytes[close + 1..<position].contains(where: { $0 != 0x20 }) {
      throw FileError(
        Place(file, line: line, column: close + 1 - lineStart + 1),
        .syntax(.textBehindQuote))
    }
    return CSVTable.Cell(
      start: start, end: close, line: place.line ?? line, column: place.column ?? 1, isQuoted: true)
  }

  /// A cell is a few bytes long: looking at each is as quick as a search by the C library.
  private mutating func skipToMark() {
    let isTabMark = separator == .blanks
    while position < end {
      let byte = bytes[position]
      if byte == mark || isLineEnd(byte) || isTabMark && byte == 0x09 { return }
      position += 1
    }
  }
}
