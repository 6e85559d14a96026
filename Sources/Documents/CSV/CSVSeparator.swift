/// What stands between the cells of a row.
enum CSVSeparator: Hashable {
  /// One byte, such as a comma; two of them have an empty cell between them.
  case mark(UInt8)
  /// Spaces and tabs, any number of them, as `numpy.savetxt` writes.
  case blanks

  static let comma = CSVSeparator.mark(UInt8(ascii: ","))

  /// Those that are tried, the likelier first.
  private static let known: [CSVSeparator] = [
    comma, .mark(UInt8(ascii: "\t")), .mark(UInt8(ascii: ";")), .mark(UInt8(ascii: "|")), .blanks,
  ]
  /// How much of a file is looked at.
  private static let (sampleRows, sampleBytes) = (20, 1 << 16)

  /// The separator of a file whose rows begin at `start`: the one under which the first rows have the
  /// same number of cells and the largest part of them are numbers.
  ///
  /// A file in which none does so is taken to have commas if it has any, so that what is wrong with a
  /// row is said of that row.
  static func detected(in bytes: [UInt8], from start: Int) -> CSVSeparator {
    let samples = known.map { Sample(bytes, from: start, $0) }
    let whole = samples.filter(\.isEven)
    // Of two that are as good, the first.
    if let most = whole.map(\.numbers).max(), let best = whole.first(where: { $0.numbers == most })
    {
      return best.separator
    }
    if samples[0].isDivided { return comma }
    return samples.first(where: \.isMostlyDivided)?.separator ?? comma
  }

  /// The first rows of a file under one separator.
  private struct Sample {
    let separator: CSVSeparator
    /// How many cells each row has.
    private var counts: [Int] = []
    private var startsWithNames = false
    /// The part of the cells behind the first row that are numbers; of the first, where it is alone.
    private(set) var numbers = 0.0

    init(_ bytes: [UInt8], from start: Int, _ separator: CSVSeparator) {
      self.separator = separator
      let end = min(bytes.count, start + sampleBytes)
      var scanner = CSVScanner(bytes, file: "", separator: separator, from: start, to: end)
      var cells: [CSVTable.Cell] = []
      var (found, total) = (0, 0)
      while counts.count < sampleRows, let row = try? scanner.scanRow(into: &cells), row > 0 {
        // The last row of a part may be cut.
        if scanner.isAtEnd, end < bytes.count, !counts.isEmpty { break }
        var mark: UInt8?
        let here = cells.count { CSVTable.number($0, of: bytes, separator, &mark) != nil }
        if counts.count == 1 { (found, total) = (0, 0) }
        if counts.isEmpty {
          startsWithNames = here == 0 || CSVTable.countsFromZero(cells, in: bytes)
        }
        counts.append(cells.count)
        found += here
        total += cells.count
      }
      if total > 0 { numbers = Double(found) / Double(total) }
    }

    /// Whether every row has the same number of cells, at least two.
    var isEven: Bool {
      guard let last = counts.last, last > 1 else { return false }
      if lacksName { return counts.dropFirst().allSatisfy { $0 == last } }
      return counts.allSatisfy { $0 == last }
    }

    /// Whether the first row has one cell less, as R leaves away the name of the rows' names.
    private var lacksName: Bool {
      guard counts.count > 1, separator != .comma, startsWithNames else { return false }
      return counts[0] > 0 && counts[0] == counts[1] - 1
    }

    var isDivided: Bool { counts.contains { $0 > 1 } }

    var isMostlyDivided: Bool { counts.count { $0 > 1 } * 2 > counts.count }
  }
}
