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
  package let passedOver: [String]

  /// Reads `file`; throws where a cell is not what its column holds, or no column holds numbers.
  package init(contentsOf file: String) throws(FileError) {
    var table = try CSVTable(contentsOf: file)
    var first = CSVFirstRow(&table)
    var rows: [Float] = []
    var columns: [CSVColumn] = []
    var isFirst = true
    while try table.nextRow() {
      if isFirst {
        if table.lacksFirstName { first.putIndexInFront() }
        columns = table.cells.map { _ in CSVColumn() }
      }
      isFirst = false
      for (index, cell) in table.cells.enumerated() {
        let number = table.number(cell)
        columns[index].take(number, isWhole: number != nil && table.isWhole(cell)) {
          (table.text(cell), table.place(cell))
        }
        rows.append(Float(number ?? .nan))
      }
    }
    let named = first.isNames || first.isNumbered(over: columns)
    if !named {
      // The first row is one of numbers too.
      if columns.isEmpty { columns = first.cells.map { _ in CSVColumn() } }
      for (index, cell) in first.cells.enumerated() {
        columns[index].takeAbove(cell.number) { (cell.text, cell.place) }
      }
      rows.insert(contentsOf: first.cells.map { Float($0.number ?? .nan) }, at: 0)
    }
    guard !rows.isEmpty else { throw FileError(file, .noRows) }
    let width = columns.count
    let count = rows.count / width
    let titles = named ? first.cells.map(\.text) : nil
    var kept: [Int] = []
    var passedOver: [String] = []
    var wrong: FileError?
    for (index, column) in columns.enumerated() {
      let title = titles?[index]
      if named, index == 0, column.isIndex(called: title ?? "") {
        passedOver.append(Self.name(title, index))
        continue
      }
      guard let other = column.other else {
        kept.append(index)
        continue
      }
      guard column.isWords(rows: count, title) else {
        let error = FileError(
          other.place, .notANumber(excerpt(other.text), column: title.map(excerpt)))
        if wrong.map({ other.place.isBefore($0.place) }) ?? true { wrong = error }
        continue
      }
      passedOver.append(Self.name(title, index))
    }
    if let wrong { throw wrong }
    guard !kept.isEmpty else { throw FileError(file, .noNumbers(columns: passedOver)) }
    self.passedOver = passedOver
    names = first.isNames ? try first.names(kept) : nil
    if kept.count < width {
      var values: [Float] = []
      values.reserveCapacity(count * kept.count)
      for row in 0..<count { for column in kept { values.append(rows[row * width + column]) } }
      rows = values
    }
    numbers = NumberArray(shape: [count, kept.count], values: rows)
  }

  /// What a column is called in a sentence.
  private static func name(_ title: String?, _ index: Int) -> String {
    guard let title, !title.isEmpty else { return "column \(index)" }
    return "'\(excerpt(title))'"
  }
}
