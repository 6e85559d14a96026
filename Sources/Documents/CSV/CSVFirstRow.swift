/// The first row of a csv file, which may name the columns.
struct CSVFirstRow {
  struct Cell {
    /// Where it stands; nil where the file leaves the cell away.
    let cell: CSVTable.Cell?
    let number: Double?
    /// The whole number that it is, written in digits alone.
    let whole: Int?
  }

  private(set) var cells: [Cell] = []

  /// The row at which a table stands.
  init(_ table: inout CSVTable) {
    for cell in table.cells {
      cells.append(Cell(cell: cell, number: table.number(cell), whole: table.digits(cell)))
    }
  }

  /// A row without any number is one of names; with some, a number in it is mistyped.
  var isNames: Bool { cells.allSatisfy { $0.number == nil } }

  /// Puts in what R leaves away: the name of the column with the names of the rows.
  mutating func putIndexInFront() {
    cells.insert(Cell(cell: nil, number: nil, whole: nil), at: 0)
  }

  /// Whether it is the numbers of the columns that stand over them, as pandas writes for columns
  /// without names: 0, 1, 2 and so on, or a part of these.
  ///
  /// The first timestep could read so too. It does not where nothing stands over an index, and where
  /// all numbers below have a point: a program writes a column one way. From three columns on that
  /// count from 0 it is unlikely, unless the next row counts as well.
  func isNumbered(over columns: [CSVColumn], in table: CSVTable) -> Bool {
    guard !columns.isEmpty, cells.allSatisfy({ $0.whole != nil || $0.number == nil }) else {
      return false
    }
    let wholes = cells.compactMap(\.whole)
    guard let start = wholes.first,
      zip(wholes, wholes.dropFirst()).allSatisfy({ $1 > $0 && $1 - $0 == 1 })
    else { return false }
    let isOverIndex = cells[0].whole == nil && CSVColumn.isIndexName(title(0, in: table))
    // Over numbers a text is a number mistyped.
    for (index, column) in columns.enumerated() where cells[index].whole == nil {
      if column.other == nil, index > 0 || !isOverIndex { return false }
    }
    if isOverIndex { return true }
    let below = zip(cells, columns).filter { $0.0.whole != nil }.map(\.1)
    if below.allSatisfy(\.hasOnlyPoints) { return wholes.count > 1 || start == 0 }
    let counts = zip(below, below.dropFirst()).allSatisfy { left, right in
      left.first.flatMap { left in right.first.map { $0 - left == 1 } } ?? false
    }
    return start == 0 && wholes.count > 2 && !counts
  }

  /// What stands over a column, without the blanks around it.
  func title(_ column: Int, in table: CSVTable) -> String {
    guard let cell = cells[column].cell else { return "" }
    return String(table.text(cell).trimmingPrefix(" ").reversed().drop { $0 == " " }.reversed())
  }

  /// The names of some columns, refused where a character would not be printed as it is.
  func names(_ columns: [Int], in table: CSVTable) throws(FileError) -> [String] {
    var names: [String] = []
    for column in columns {
      guard let cell = cells[column].cell else { continue }
      names.append(try checkedName(title(column, in: table), at: table.place(cell)))
    }
    return names
  }
}
