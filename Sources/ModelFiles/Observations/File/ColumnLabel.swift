import Documents
import Wording

/// The column that says what each row is called: its dates, or the names of an index.
struct ColumnLabel {
  let column: Int
  let marks: [TimestepFacts.Mark]

  /// The first column of dates, then an index that is more than a count; nil where there is none.
  init?(_ table: CSVNumbers, unlike others: [Int], _ reading: InputReading) throws(FileError) {
    let asked = reading.columns.map { Set($0) } ?? []
    let free = table.columns.indices.filter { index in
      !others.contains(index) && !(table.columns[index].title.map(asked.contains) ?? false)
    }
    for index in free where table.columns[index].kind == .words {
      if let marks = try Self.dates(table, index) {
        self.init(column: index, marks: marks)
        return
      }
    }
    for index in free where table.columns[index].kind != .words {
      guard Self.isTime(table.columns[index].title ?? "") || table.columns[index].kind == .index
      else { continue }
      if let dates = ColumnDates(numbers: table.values(of: [index])) {
        self.init(column: index, marks: dates.marks)
        return
      }
    }
    guard let index = free.first(where: { table.columns[$0].kind == .index }) else { return nil }
    let texts = try table.texts(of: index)
    if let marks = ColumnDates(texts)?.marks {
      self.init(column: index, marks: marks)
      return
    }
    // A count says no more than the number of the row.
    guard texts.contains(where: { Int($0) == nil }) else { return nil }
    self.init(column: index, marks: texts.map { .text(excerpt(Cleaning.text($0))) })
  }

  private init(column: Int, marks: [TimestepFacts.Mark]) {
    self.column = column
    self.marks = marks
  }

  /// The dates of a column, with the time of day of the next one where that holds one.
  private static func dates(
    _ table: CSVNumbers, _ index: Int
  ) throws(FileError) -> [TimestepFacts.Mark]? {
    let texts = try table.texts(of: index)
    guard texts.first.flatMap({ DateText($0) }) != nil else { return nil }
    if index + 1 < table.columns.count, table.columns[index + 1].kind == .words {
      let times = try table.texts(of: index + 1)
      if times.allSatisfy({ $0.utf8.count <= 12 && $0.contains(":") }),
        let both = ColumnDates(zip(texts, times).map { "\($0) \($1)" })
      {
        return both.marks
      }
    }
    return ColumnDates(texts)?.marks
  }

  private static func isTime(_ title: String) -> Bool {
    let title = title.lowercased()
    return ["date", "time", "day", "epoch"].contains { title.contains($0) }
  }
}
