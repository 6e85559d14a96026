import Wording

/// The columns of numbers of a csv file, a row for each row of the file.
///
/// A first row that names the columns is recognised, also where the names are 0, 1, 2 and so on, as
/// pandas writes them. Columns of dates or words are passed over and named, and so is the index that
/// pandas or R puts in front. Refused is a cell that is no number in a column of numbers, and one that
/// may be meant as a number, such as 12% or 1,234.5, in any.
package struct CSVNumbers {
  /// `[rows, columns]`.
  package let numbers: NumberArray
  /// The names of the columns of numbers; nil where no row names them, or only numbers do.
  package let names: [String]?
  /// What the columns are called that were passed over.
  package let passedOver: [ColumnName]

  /// Reads `file`; throws where a cell is not what its column holds, or no column holds numbers.
  package init(contentsOf file: String) throws(FileError) {
    var table = try CSVTable(contentsOf: file)
    var first = CSVFirstRow(&table)
    var rows: [Float] = []
    var columns: [CSVColumn] = []
    while try table.nextRow() {
      if columns.isEmpty {
        if table.lacksFirstName { first.putIndexInFront() }
        columns = [CSVColumn](repeating: CSVColumn(), count: table.cells.count)
      }
      for (index, cell) in table.cells.enumerated() {
        let number = table.number(cell)
        columns[index].take(cell, number, isWhole: number != nil && table.isWhole(cell))
        rows.append(Float(number ?? .nan))
      }
    }
    let isNamed = first.isNames || first.isNumbered(over: columns, in: table)
    if !isNamed {
      // The first row is one of numbers too.
      if columns.isEmpty { columns = first.cells.map { _ in CSVColumn() } }
      for (index, cell) in first.cells.enumerated() {
        if let place = cell.cell { columns[index].takeAbove(place, cell.number) }
      }
      rows.insert(contentsOf: first.cells.lazy.map { Float($0.number ?? .nan) }, at: 0)
    }
    guard !rows.isEmpty else { throw FileError(file, .noRows) }
    let count = rows.count / columns.count
    let sorted = try Self.sorted(columns, under: isNamed ? first : nil, rows: count, in: table)
    guard !sorted.kept.isEmpty else {
      throw FileError(file, .noNumbers(columns: sorted.passedOver))
    }
    passedOver = sorted.passedOver
    names = first.isNames ? try first.names(sorted.kept, in: table) : nil
    if !passedOver.isEmpty {
      let width = columns.count
      var values: [Float] = []
      values.reserveCapacity(count * sorted.kept.count)
      for row in 0..<count {
        for column in sorted.kept { values.append(rows[row * width + column]) }
      }
      rows = values
    }
    numbers = NumberArray(shape: [count, sorted.kept.count], values: rows)
  }

  /// The columns of numbers, and what the others are called; throws for the first cell that is wrong.
  private static func sorted(
    _ columns: [CSVColumn], under titles: CSVFirstRow?, rows: Int, in table: CSVTable
  ) throws(FileError) -> (kept: [Int], passedOver: [ColumnName]) {
    var kept: [Int] = []
    var passedOver: [ColumnName] = []
    var wrong: FileError?
    for (index, column) in columns.enumerated() {
      let title = titles?.title(index, in: table)
      if index == 0, let title, column.isIndex(called: title) {
        passedOver.append(name(title, index))
      } else if let other = column.other {
        let text = table.text(other)
        if !column.hasNumbers, CSVColumn.isWords(text, rows: rows, title: title) {
          passedOver.append(name(title, index))
        } else if wrong.map({ table.place(other).isBefore($0.place) }) ?? true {
          wrong = FileError(
            table.place(other), .notANumber(excerpt(text), column: title.map(excerpt)))
        }
      } else {
        kept.append(index)
      }
    }
    if let wrong { throw wrong }
    return (kept, passedOver)
  }

  private static func name(_ title: String?, _ index: Int) -> ColumnName {
    guard let title, !title.isEmpty else { return .index(index) }
    return .title(excerpt(title))
  }
}
