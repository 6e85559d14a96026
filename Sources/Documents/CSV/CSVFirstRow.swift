/// The first row of a csv file, which may name the columns.
struct CSVFirstRow {
  struct Cell {
    let text: String
    let place: Place
    let number: Double?
    /// The whole number that it is, written in digits alone.
    let whole: Int?
  }

  private(set) var cells: [Cell] = []

  /// The row at which a table stands.
  init(_ table: inout CSVTable) {
    for cell in table.cells {
      let text = table.text(cell)
      let isDigits = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      cells.append(
        Cell(
          text: text, place: table.place(cell), number: table.number(cell),
          whole: isDigits ? Int(text) : nil))
    }
  }

  /// A row without any number is one of names; with some, a number in it is mistyped.
  var isNames: Bool { cells.allSatisfy { $0.number == nil } }

  /// What R leaves away: the name of the column with the names of the rows.
  mutating func putIndexInFront() {
    guard let first = cells.first else { return }
    cells.insert(Cell(text: "", place: first.place, number: nil, whole: nil), at: 0)
  }

  /// Whether it is the numbers of the columns that stand over them, as pandas writes for columns
  /// without names: 0, 1, 2 and so on, or a part of these.
  ///
  /// The first timestep could read so too. It does not where nothing stands over an index, and where
  /// all numbers below have a point: a program writes a column one way. From three columns on that
  /// count from 0 it is unlikely, unless the next row counts as well.
  func isNumbered(over columns: [CSVColumn]) -> Bool {
    guard cells.allSatisfy({ $0.whole != nil || $0.number == nil }), !columns.isEmpty else {
      return false
    }
    let wholes = cells.compactMap(\.whole)
    guard let start = wholes.first,
      zip(wholes, wholes.dropFirst()).allSatisfy({ $1 > $0 && $1 - $0 == 1 })
    else { return false }
    for (index, (cell, column)) in zip(cells, columns).enumerated() where cell.whole == nil {
      // Nothing stands over an index; over numbers a text is a number mistyped.
      if column.other == nil, index > 0 || !CSVColumn.isIndexName(cell.text) { return false }
    }
    if let cell = cells.first, cell.whole == nil, CSVColumn.isIndexName(cell.text) { return true }
    let below = zip(cells, columns).filter { $0.0.whole != nil }.map(\.1)
    if below.allSatisfy(\.hasOnlyPoints) { return wholes.count > 1 || start == 0 }
    let counts = zip(below, below.dropFirst()).allSatisfy { left, right in
      left.first.flatMap { left in right.first.map { $0 - left == 1 } } ?? false
    }
    return start == 0 && wholes.count > 2 && !counts
  }

  /// The names of some columns, refused where a character would not be printed as it is.
  func names(_ columns: [Int]) throws(FileError) -> [String] {
    var names: [String] = []
    for column in columns {
      names.append(try checkedName(cells[column].text, at: cells[column].place))
    }
    return names
  }
}
