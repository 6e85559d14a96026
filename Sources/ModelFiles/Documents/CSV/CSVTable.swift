/// The rows of a csv file, found one after the other: a file of commas has millions of cells, and
/// no more than a row of them is kept.
///
/// Commas between cells; quotation marks around a cell may hold commas, line ends and doubled
/// quotation marks. Empty lines are passed over. Lines may end in CR LF.
struct CSVTable {
  /// The largest file that is read.
  static let largestFile = 16 << 20
  /// The most cells of a row: as many as a network may have features.
  static let mostColumns = sizes.upperBound

  /// A cell's bytes without its quotation marks, and where it begins.
  struct Cell {
    let start: Int
    let end: Int
    let line: Int
    let column: Int
    let isQuoted: Bool
  }

  let file: String
  /// The cells of the row that was found last, as many as in the first one.
  private(set) var cells: [Cell] = []

  private let bytes: [UInt8]
  private var scanner: CSVScanner

  /// Opens `file` at its first row; throws where it has none.
  init(contentsOf file: String) throws(ModelFileError) {
    self.file = file
    bytes = try FileBytes.read(file, limit: Self.largestFile).bytes
    scanner = CSVScanner(bytes, file: file)
    guard try nextRow() else { throw ModelFileError(file, .noRows) }
  }

  /// Goes on to the next row; false where there is none.
  ///
  /// Throws where it has more or fewer cells than the rows before it, or a quotation mark is never
  /// closed.
  mutating func nextRow() throws(ModelFileError) -> Bool {
    let columns = cells.count
    guard let line = try scanner.scanRow(into: &cells) else { return false }
    guard columns == 0 || cells.count == columns else {
      throw ModelFileError(
        Place(file, line: line), .cellCount(expected: columns, found: cells.count))
    }
    return true
  }

  func place(_ cell: Cell) -> Place { Place(file, line: cell.line, column: cell.column) }

  /// The cell's text, doubled quotation marks made single.
  func text(_ cell: Cell) -> String {
    let text = String(decoding: bytes[cell.start..<cell.end], as: UTF8.self)
    return cell.isQuoted
      ? text.split(separator: "\"\"", omittingEmptySubsequences: false)
        .joined(separator: "\"") : text
  }

  /// The cell's number, spaces around it allowed.
  func number(_ cell: Cell) -> Double? {
    bytes.withUnsafeBytes { bytes in
      var (start, end) = (cell.start, cell.end)
      while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
      while end > start, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
      return decimalNumber(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    }
  }

  /// The cell's bytes, in place.
  func withBytes<Result>(_ cell: Cell, _ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[cell.start..<cell.end])) }
  }
}
