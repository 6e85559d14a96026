import Documents
import Wording

extension CSVNumbers {
  /// Each column with its kind, for a sentence.
  var described: [InputProblem.ColumnKind] {
    columns.enumerated().map { index, column in
      let first = column.kind == .words ? (try? texts(of: index))?.first : nil
      return InputProblem.ColumnKind(
        name: column.name, kind: column.kind,
        holdsDates: first.flatMap { DateText($0) } != nil)
    }
  }

  /// The column of that name, or of that number where no names stand over the columns; throws where
  /// there is none.
  func column(_ name: String, in file: String) throws(FileError) -> Int {
    let titles = columns.map { $0.title ?? "" }
    if let exact = titles.firstIndex(of: name) { return exact }
    let folded = titles.indices.filter { titles[$0].lowercased() == name.lowercased() }
    if folded.count == 1 { return folded[0] }
    if let number = Int(name), columns.indices.contains(number), titles[number].isEmpty {
      return number
    }
    throw FileError(
      file,
      .input(
        .noColumn(
          excerpt(name), nearest: nearest(to: name, in: titles.filter { !$0.isEmpty }), described)))
  }

  /// The column of that name; throws where it holds no numbers.
  func numericColumn(_ name: String, in file: String) throws(FileError) -> Int {
    let index = try column(name, in: file)
    try check(index)
    switch columns[index].kind {
    case .numbers, .index: return index
    case .words, .empty:
      throw FileError(file, .input(.noNumbers(described[index])))
    }
  }

  /// What keeps a column from being one of numbers; nil where nothing does.
  func fault(_ column: Int) -> FileError? {
    do throws(FileError) {
      try check(column)
      return nil
    } catch {
      return error
    }
  }
}
