/// The rows of a csv file, found one after the other: a file of commas has millions of cells, and
/// no more than a row of them is kept.
///
/// Commas between cells, or tabs, semicolons, bars or blanks, whichever makes the rows even; decimals
/// behind a point or, where no comma separates, behind a comma. Quotation marks around a cell may hold
/// separators, line ends and doubled quotation marks. Empty lines and remarks behind # before the first
/// row are passed over. Refused are rows of different lengths and quotation marks that do not close.
package struct CSVTable {
  /// The largest file that is read.
  static let largestFile = 16 << 20
  /// The most cells of a row: as many as a network may have features.
  static let mostColumns = 1_000_000

  /// A cell's bytes without its quotation marks, and where it begins.
  package struct Cell {
    let start: Int
    let end: Int
    package let line: Int
    let column: Int
    let isQuoted: Bool
  }

  let file: String
  /// The cells of the row that was found last, as many as in the first one.
  package private(set) var cells: [Cell] = []

  /// Whether the first row has one cell less than all others, which names none of the first cells.
  private(set) var lacksFirstName = false
  private var rows = 0
  private var startsWithNames = false
  private let bytes: [UInt8]
  private let separator: CSVSeparator
  private var decimalMark: UInt8?
  private var scanner: CSVScanner

  /// Opens `file` at its first row; throws where it has none.
  package init(contentsOf file: String) throws(FileError) {
    self.file = file
    bytes = Self.inUTF8(try FileBytes.read(file, limit: Self.largestFile).bytes)
    let opening = CSVOpening(bytes)
    separator = opening.separator
    scanner = CSVScanner(
      bytes, file: file, separator: separator, from: opening.start, line: opening.line,
      lineStart: opening.lineStart)
    guard try nextRow() else { throw FileError(file, .noRows) }
    startsWithNames =
      cells.allSatisfy { number($0) == nil } || Self.countsFromZero(cells, in: bytes)
  }

  /// Goes on to the next row; false where there is none.
  ///
  /// Throws where it has more or fewer cells than the rows before it, or a quotation mark is never
  /// closed.
  package mutating func nextRow() throws(FileError) -> Bool {
    let columns = cells.count
    guard let line = try scanner.scanRow(into: &cells) else { return false }
    defer { rows += 1 }
    // R leaves away what would stand over the names of the rows.
    if rows == 1, separator != .comma, cells.count == columns + 1, startsWithNames {
      lacksFirstName = true
      return true
    }
    guard columns == 0 || cells.count == columns else {
      throw FileError(
        Place(file, line: line), .cellCount(expected: columns, found: cells.count))
    }
    return true
  }

  package func place(_ cell: Cell) -> Place { Place(file, line: cell.line, column: cell.column) }

  /// The cell's text, doubled quotation marks made single.
  package func text(_ cell: Cell) -> String {
    let text = String(decoding: bytes[cell.start..<cell.end], as: UTF8.self)
    return cell.isQuoted
      ? text.split(separator: "\"\"", omittingEmptySubsequences: false)
        .joined(separator: "\"") : text
  }

  /// The cell's text without the blanks around it.
  func trimmed(_ cell: Cell) -> String {
    let text = text(cell)
    return text.first?.isWhitespace == true || text.last?.isWhitespace == true
      ? String(
        text.trimmingPrefix(while: \.isWhitespace).reversed()
          .trimmingPrefix(while: \.isWhitespace).reversed()) : text
  }

  /// The cell's number, spaces around it allowed; where no comma separates, its decimals may stand
  /// behind one, in all of the file.
  package mutating func number(_ cell: Cell) -> Double? {
    Self.number(cell, of: bytes, separator, &decimalMark)
  }

  /// The number of a cell; `decimalMark` is that of the file, found with the first decimals.
  static func number(
    _ cell: Cell, of bytes: [UInt8], _ separator: CSVSeparator, _ decimalMark: inout UInt8?
  ) -> Double? {
    bytes.withUnsafeBytes { bytes in
      var (start, end) = (cell.start, cell.end)
      while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
      while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      let text = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      if separator == .comma { return decimalNumber(text) }
      guard let mark = text.first(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") })
      else { return decimalNumber(text) }
      guard mark == decimalMark ?? mark else { return nil }
      let number =
        mark == UInt8(ascii: ".")
        ? decimalNumber(text) : Self.numberWithComma(Array(text))
      if number != nil { decimalMark = mark }
      return number
    }
  }

  /// Whether a row is 0, 1, 2 and so on, as pandas numbers columns without names.
  static func countsFromZero(_ cells: [Cell], in bytes: [UInt8]) -> Bool {
    cells.enumerated().allSatisfy { index, cell in
      bytes[cell.start..<cell.end].elementsEqual(String(index).utf8)
    }
  }

  /// The bytes as UTF-8, where their mark says that they are UTF-16, as Excel's Unicode text is.
  private static func inUTF8(_ bytes: [UInt8]) -> [UInt8] {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]) else { return bytes }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place in
      let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
      return isLittle ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  /// The whole number that a cell is, where it is written in digits alone.
  func digits(_ cell: Cell) -> Int? {
    let digits = bytes[cell.start..<cell.end]
    guard digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(String(decoding: digits, as: UTF8.self))
  }

  /// Whether a number is written without a point or an exponent.
  func isWhole(_ cell: Cell) -> Bool {
    bytes[cell.start..<cell.end].allSatisfy {
      (0x30...0x39).contains($0) || $0 == 0x20 || $0 == 0x2D
    }
  }

  /// Whether a cell is empty, or says in a word that a number is missing.
  func isMissing(_ cell: Cell) -> Bool {
    bytes.withUnsafeBytes { bytes in
      var (start, end) = (cell.start, cell.end)
      while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
      while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      return CSVColumn.isMissing(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    }
  }

  private static func numberWithComma(_ text: [UInt8]) -> Double? {
    // A point beside the comma would be one between thousands, which is not read.
    guard !text.contains(UInt8(ascii: ".")) else { return nil }
    return text.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }
      .withUnsafeBytes(decimalNumber)
  }

  /// The cell's bytes, in place.
  package func withBytes<Result>(_ cell: Cell, _ body: (UnsafeRawBufferPointer) -> Result) -> Result
  {
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[cell.start..<cell.end])) }
  }
}
