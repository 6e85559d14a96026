import Wording

/// The columns of a csv file, a row for each row of the file.
///
/// A first row that names the columns is recognised, also where the names are 0, 1, 2 and so on, as
/// pandas writes them. Columns of dates or words are passed over and named, and so is the index that
/// pandas or R puts in front; their texts are read when they are asked for. Refused is a cell that is
/// no number in a column of numbers, and one that may be meant as a number, such as 12% or 1,234.5, in
/// any. A number that is missing is NaN, and counted.
package struct CSVNumbers {
  /// A column, from left to right.
  package struct Column: Sendable {
    package let name: ColumnName
    /// Its whole title; nil where it has none.
    package let title: String?
    package let kind: CSVColumnKind
    /// In how many rows a number is missing, and where the first of them stand.
    package let missing: Int
    package let missingPlaces: [Place]
    /// What is wrong with a column that is neither of numbers nor of words.
    let fault: FileError?
  }

  /// All columns.
  package let columns: [Column]
  /// How many rows there are.
  package let rowCount: Int
  /// The names of the columns of numbers; nil where no row names them, or only numbers do.
  package let names: [String]?

  /// `[rows, columns]`, NaN for what is no number.
  private let values: [Double]
  /// The file at its first row, and whether that names the columns.
  private let table: CSVTable
  private let isNamed: Bool

  /// Reads `file`; throws where a cell is not what its column holds, or no column holds numbers. Where
  /// it is not `strict`, a column is looked at only when it is asked for.
  package init(contentsOf file: String, strict: Bool = true) throws(FileError) {
    var table = try CSVTable(contentsOf: file)
    self.table = table
    var first = CSVFirstRow(&table)
    var rows: [Double] = []
    var columns: [CSVColumn] = []
    while try table.nextRow() {
      if columns.isEmpty {
        if table.lacksFirstName { first.putIndexInFront() }
        columns = [CSVColumn](repeating: CSVColumn(), count: table.cells.count)
      }
      for (index, cell) in table.cells.enumerated() {
        let number = table.number(cell)
        if number?.isNaN ?? true, table.isMissing(cell) {
          columns[index].takeMissing(cell)
        } else {
          columns[index].take(cell, number, isWhole: number != nil && table.isWhole(cell))
        }
        rows.append(number ?? .nan)
      }
    }
    let isNamed = first.isNames || first.isNumbered(over: columns, in: table)
    if !isNamed {
      // The first row is one of numbers too.
      if columns.isEmpty { columns = first.cells.map { _ in CSVColumn() } }
      for (index, cell) in first.cells.enumerated() {
        guard let place = cell.cell else { continue }
        columns[index].takeAbove(place, cell.number, isMissing: table.isMissing(place))
      }
      rows.insert(contentsOf: first.cells.lazy.map { $0.number ?? .nan }, at: 0)
    }
    guard !rows.isEmpty else { throw FileError(file, .noRows) }
    self.isNamed = isNamed
    rowCount = rows.count / columns.count
    values = rows
    let read = Self.read(columns, under: isNamed ? first : nil, rows: rowCount, in: table)
    self.columns = read
    let kept = read.indices.filter { read[$0].kind == .numbers }
    if strict {
      let faults = read.compactMap(\.fault)
      if let fault = faults.min(by: { $0.place.isBefore($1.place) }) { throw fault }
      guard !kept.isEmpty else {
        throw FileError(file, .noNumbers(columns: read.map(\.name)))
      }
    }
    names = first.isNames ? try first.names(kept, in: table) : nil
  }

  /// The columns of numbers.
  package var numeric: [Int] { columns.indices.filter { columns[$0].kind == .numbers } }

  /// What the columns are called that are not of numbers.
  package var passedOver: [ColumnName] {
    columns.filter { $0.kind != .numbers }.map(\.name)
  }

  /// The columns of numbers, `[rows, columns]`.
  package var numbers: NumberArray {
    let numeric = numeric
    return NumberArray(
      shape: [rowCount, numeric.count], values: values(of: numeric).map { Float($0) })
  }

  /// Some columns, `[rows, columns]`; NaN where a number is missing.
  package func values(of kept: [Int]) -> [Double] {
    if kept == Array(columns.indices) { return values }
    var result: [Double] = []
    result.reserveCapacity(rowCount * kept.count)
    for row in 0..<rowCount {
      for column in kept { result.append(values[row * columns.count + column]) }
    }
    return result
  }

  /// Throws what keeps a column from being one of numbers, where it is a number mistyped.
  package func check(_ column: Int) throws(FileError) {
    if let fault = columns[column].fault { throw fault }
  }

  /// What stands in a column, a text for each row, without the blanks around it.
  package func texts(of column: Int) throws(FileError) -> [String] {
    var table = table
    var texts: [String] = []
    texts.reserveCapacity(rowCount)
    if !isNamed {
      // What R leaves away stands over the first column.
      let cell = column - (columns.count - table.cells.count)
      texts.append(cell < 0 ? "" : table.trimmed(table.cells[cell]))
    }
    while try table.nextRow() { texts.append(table.trimmed(table.cells[column])) }
    return texts
  }

  /// What each column is.
  private static func read(
    _ columns: [CSVColumn], under titles: CSVFirstRow?, rows: Int, in table: CSVTable
  ) -> [Column] {
    columns.enumerated().map { index, column in
      let title = titles?.title(index, in: table)
      var kind = CSVColumnKind.numbers
      var fault: FileError?
      if index == 0, let title, column.isIndex(called: title) {
        kind = .index
      } else if let other = column.other {
        let text = table.text(other)
        kind = .words
        if column.hasNumbers || !CSVColumn.isWords(text, rows: rows, title: title) {
          fault = FileError(
            table.place(other), .notANumber(excerpt(text), column: title.map(excerpt)))
        }
      } else if !column.hasNumbers {
        kind = .empty
      }
      return Column(
        name: name(title, index), title: title.flatMap { $0.isEmpty ? nil : $0 }, kind: kind,
        missing: column.missing, missingPlaces: column.firstMissing.map(table.place), fault: fault)
    }
  }

  private static func name(_ title: String?, _ index: Int) -> ColumnName {
    guard let title, !title.isEmpty else { return .index(index) }
    return .title(excerpt(title))
  }
}
