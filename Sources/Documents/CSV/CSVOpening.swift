/// What stands before the rows of a csv file: a byte order mark, Excel's `sep=;`, remarks behind #.
struct CSVOpening {
  let separator: CSVSeparator
  /// Where the first row begins, and its line.
  private(set) var start: Int
  private(set) var line = 1
  /// Where that line begins: names may follow a #.
  private(set) var lineStart: Int

  init(_ bytes: [UInt8]) {
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    lineStart = start
    func end(from place: Int) -> Int {
      var place = place
      while place < bytes.count, bytes[place] != 0x0A, bytes[place] != 0x0D { place += 1 }
      return place
    }
    func next(_ end: Int) -> Int {
      let isFirstOfTwo = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
      return min(bytes.count, end + (isFirstOfTwo ? 2 : 1))
    }
    var said: CSVSeparator?
    let firstEnd = end(from: start)
    if firstEnd - start == 5, bytes[start..<firstEnd - 1].elementsEqual("sep=".utf8) {
      said = .mark(bytes[firstEnd - 1])
      start = next(firstEnd)
      line = 2
      lineStart = start
    }
    // The last remark before the rows may name the columns, as numpy.savetxt writes a header.
    var remark: (start: Int, line: Int)?
    while start < bytes.count, bytes[start] == UInt8(ascii: "#") {
      remark = (start, line)
      start = next(end(from: start))
      line += 1
      lineStart = start
    }
    separator = said ?? CSVSeparator.detected(in: bytes, from: start)
    guard let remark else { return }
    let mark = remark.start + 1
    let isSetOff = mark < bytes.count && bytes[mark] == 0x20
    let names = isSetOff ? mark + 1 : remark.start
    func row(from place: Int) -> [CSVTable.Cell] {
      var scanner = CSVScanner(bytes, file: "", separator: separator, from: place)
      var cells: [CSVTable.Cell] = []
      return (try? scanner.scanRow(into: &cells)) == nil ? [] : cells
    }
    // Above a row of names, or of one number, a remark is one.
    let first = row(from: start)
    var decimalMark: UInt8?
    guard first.count > 1, row(from: names).count == first.count,
      first.contains(where: { CSVTable.number($0, of: bytes, separator, &decimalMark) != nil })
    else { return }
    (start, line, lineStart) = (names, remark.line, remark.start)
  }
}
