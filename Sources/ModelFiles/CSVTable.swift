/// The cells of a csv file, found but not yet read: most of them are asked for once or never.
///
/// Commas between cells; quotation marks around a cell may hold commas, line ends and doubled
/// quotation marks. Empty lines are passed over. Lines may end in CR LF.
struct CSVTable {
  /// The largest file that is read.
  static let largestFile = 16 << 20

  /// A cell's bytes without its quotation marks, and where it begins.
  struct Cell {
    let start: Int
    let end: Int
    let line: Int
    let column: Int
    let isQuoted: Bool
  }

  let file: String
  /// The cells of all rows, one after the other.
  private(set) var cells: [Cell] = []
  /// Cells a row: the same in all.
  private(set) var columns = 0

  private let bytes: [UInt8]

  /// Reads `file`; throws when its rows differ in length or a quotation mark is never closed.
  static func read(_ file: String) throws(ModelFileError) -> CSVTable {
    var table = CSVTable(try FileBytes.read(file, limit: largestFile))
    if let error = table.split() { throw error }
    guard table.columns > 0 else { throw ModelFileError(file, .noRows) }
    return table
  }

  private init(_ source: FileBytes) {
    file = source.file
    bytes = source.bytes
  }

  /// How many rows there are.
  var rows: Int { cells.count / columns }

  subscript(row: Int, column: Int) -> Cell { cells[row * columns + column] }

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

  private mutating func split() -> ModelFileError? {
    let file = self.file
    let result = bytes.withUnsafeBytes { bytes -> Result<([Cell], columns: Int), ModelFileError> in
      var scanner = CSVScanner(bytes, file: file)
      do throws(ModelFileError) {
        while try scanner.scanRow() {}
      } catch {
        return .failure(error)
      }
      return .success((scanner.cells, scanner.columns))
    }
    switch result {
    case .success(let found):
      (cells, columns) = found
      return nil
    case .failure(let error): return error
    }
  }
}
