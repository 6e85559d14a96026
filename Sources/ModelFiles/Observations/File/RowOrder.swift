import Documents
import Wording

/// The rows of a table in the order of the sequences that they belong to, and the sequences.
struct RowOrder {
  private var rows: [Int] = []
  private var sequences: [(range: Range<Int>, name: String)] = []

  /// By a column that names the sequence of each row, those first that come first; all rows are one
  /// sequence without it.
  init(_ table: CSVNumbers, by group: Int?) throws(FileError) {
    guard let group else {
      rows = Array(0..<table.rowCount)
      sequences = [(0..<table.rowCount, "")]
      return
    }
    var places: [String: Int] = [:]
    var members: [(name: String, rows: [Int])] = []
    for (row, name) in try table.texts(of: group).enumerated() {
      if let place = places[name] {
        members[place].rows.append(row)
      } else {
        places[name] = members.count
        members.append((name, [row]))
      }
    }
    for member in members {
      sequences.append((rows.count..<rows.count + member.rows.count, member.name))
      rows += member.rows
    }
  }

  /// A table without gaps: which row each of its rows was, `[rows, columns]`, and its sequences.
  struct Filled {
    var rows: [Int] = []
    var values: [Double] = []
    var sequences: [(range: Range<Int>, name: String)] = []
  }

  /// Some columns in this order, with what is missing in them filled; throws where that was not asked
  /// for, and where nothing stands before it.
  func filled(
    _ table: CSVNumbers, _ columns: [Int], _ file: String, _ missing: InputReading.MissingValues?
  ) throws(FileError) -> Filled {
    let count = columns.reduce(0) { $0 + table.columns[$1].missing }
    if count > 0, missing == nil {
      let places = columns.flatMap { table.columns[$0].missingPlaces }
        .sorted { $0.isBefore($1) }
      throw FileError(
        places.first ?? Place(file),
        .input(.missing(count: count, others: Array(places.dropFirst().prefix(2)))))
    }
    let values = table.values(of: columns)
    let width = columns.count
    var result = Filled()
    result.values.reserveCapacity(values.count)
    for sequence in sequences {
      let start = result.rows.count
      for row in rows[sequence.range] {
        let cells = values[row * width..<(row + 1) * width]
        if count > 0, missing == .drop, cells.contains(where: \.isNaN) { continue }
        for (place, cell) in cells.enumerated() {
          guard cell.isNaN, let missing, missing != .keep else {
            result.values.append(cell)
            continue
          }
          if missing == .zero {
            result.values.append(0)
          } else if result.rows.count > start {
            result.values.append(result.values[result.values.count - width])
          } else {
            throw FileError(
              table.columns[columns[place]].missingPlaces.first ?? Place(file),
              .input(.nothingBefore))
          }
        }
        result.rows.append(row)
      }
      if start < result.rows.count {
        result.sequences.append((start..<result.rows.count, sequence.name))
      }
    }
    guard !result.rows.isEmpty else { throw FileError(file, .input(.allDropped(count))) }
    return result
  }
}
