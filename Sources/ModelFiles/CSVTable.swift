import Foundation

/// The cells of a csv file, found but not yet read: most of them are asked for once or never.
///
/// Commas between cells; quotation marks around a cell may hold commas, line ends and doubled
/// quotation marks. Empty lines are passed over. Lines may end in CR LF.
struct CSVTable {
  /// The largest file that is read.
  static let largestFile = 64 << 20

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
    cells.reserveCapacity(bytes.count / 6)
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
    var cells = self.cells
    var columns = 0
    let file = self.file
    // `memchr` jumps from mark to mark, so that a debug build is as quick.
    let error = bytes.withUnsafeBytes { bytes -> ModelFileError? in
      var position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      var line = 1
      while position < bytes.count {
        var lineStart = position
        let firstLine = line
        let firstCell = cells.count
        var ended = false
        while !ended {
          let column = position - lineStart + 1
          if position < bytes.count, bytes[position] == UInt8(ascii: "\"") {
            let openLine = line
            guard let close = closingQuote(bytes, from: position + 1, &line, &lineStart) else {
              return ModelFileError(
                Place(file, line: openLine, column: column), .unclosedQuote)
            }
            cells.append(
              Cell(
                start: position + 1, end: close, line: openLine, column: column, isQuoted: true))
            position = close + 1
            // After the mark nothing but the end of the cell.
            let next = firstIndex(of: ",", or: "\n", in: bytes, from: position)
            let rest = bytes[position..<(next ?? bytes.count)]
            if rest.contains(where: { $0 != 0x20 && $0 != 0x0D }) {
              return ModelFileError(
                Place(file, line: line, column: position - lineStart + 1),
                .syntax("text follows a closing quotation mark; double the marks inside a cell"))
            }
            position = next ?? bytes.count
          } else {
            let next = firstIndex(of: ",", or: "\n", in: bytes, from: position) ?? bytes.count
            var end = next
            if end > position, bytes[end - 1] == 0x0D, next == bytes.count || bytes[next] == 0x0A {
              end -= 1
            }
            cells.append(
              Cell(start: position, end: end, line: line, column: column, isQuoted: false))
            position = next
          }
          ended = position >= bytes.count || bytes[position] == UInt8(ascii: "\n")
          position += 1
        }
        line += 1
        let count = cells.count - firstCell
        if count == 1, let only = cells.last, only.start == only.end, !only.isQuoted {
          cells.removeLast()
        } else if columns == 0 {
          columns = count
        } else if count != columns {
          return ModelFileError(
            Place(file, line: firstLine), .cellCount(expected: columns, found: count))
        }
      }
      return nil
    }
    self.cells = cells
    self.columns = columns
    return error
  }
}

/// The first of two marks from `position` on; a cell is short, so the nearer mark ends the search.
private func firstIndex(
  of first: Unicode.Scalar, or second: Unicode.Scalar, in bytes: UnsafeRawBufferPointer,
  from position: Int
) -> Int? {
  let (first, second) = (UInt8(ascii: first), UInt8(ascii: second))
  var index = position
  while index < bytes.count {
    let byte = bytes[index]
    if byte == first || byte == second { return index }
    index += 1
  }
  return nil
}

/// The quotation mark that ends a cell; `line` and `lineStart` move on with the lines inside it.
private func closingQuote(
  _ bytes: UnsafeRawBufferPointer, from start: Int, _ line: inout Int, _ lineStart: inout Int
) -> Int? {
  var position = start
  while position < bytes.count {
    if bytes[position] == UInt8(ascii: "\"") {
      guard position + 1 < bytes.count, bytes[position + 1] == UInt8(ascii: "\"") else {
        return position
      }
      position += 1
    } else if bytes[position] == UInt8(ascii: "\n") {
      line += 1
      lineStart = position + 1
    }
    position += 1
  }
  return nil
}
