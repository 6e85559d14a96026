/// A date as people write it, before it is known which of its numbers is the month: `2015-04-27`,
/// `27/4/2015`, `4/27/15`, `27.04.2015`, `27 Apr 2015` or `Apr 27, 2015`, with or without a time.
struct DateText {
  enum Order {
    case yearFirst, monthFirst, dayFirst
  }

  /// Its three numbers, in their order.
  private let parts: [Int]
  private let mark: Character
  /// Whether the month is written as a word, so that there is but one way to read it.
  private let isWord: Bool
  let isYearFirst: Bool
  /// `13:00`, as it is written; empty where there is none.
  let time: String

  init?(_ text: String) {
    guard text.utf8.count <= 40, text.utf8.count >= 6 else { return nil }
    var rest = text[...]
    let start = rest.prefix { $0 != "T" && $0 != ":" && ($0 != " ") }
    if start.allSatisfy({ $0.isASCII && ($0.isNumber || "-/.".contains($0)) }) {
      rest = rest.dropFirst(start.count)
      guard let mark = start.first(where: { !$0.isNumber }) else { return nil }
      let parts = start.split(separator: mark, omittingEmptySubsequences: false)
      guard parts.count == 3, parts.allSatisfy({ (1...4).contains($0.count) }) else { return nil }
      let numbers = parts.compactMap { Int($0) }
      guard numbers.count == 3, parts[1].count <= 2 else { return nil }
      isYearFirst = parts[0].count == 4
      guard isYearFirst ? parts[2].count <= 2 : parts[0].count <= 2 && parts[2].count != 3 else {
        return nil
      }
      self.mark = mark
      self.parts = isYearFirst ? numbers : [numbers[0], numbers[1], Self.year(numbers[2])]
      isWord = false
    } else {
      // 27 Apr 2015, 27-Apr-15, Apr 27, 2015.
      let words = text.split { " -,".contains($0) }
      guard words.count >= 3 else { return nil }
      let place = words[0].first?.isLetter == true ? 0 : 1
      guard let month = Self.month(words[place]), let day = Int(words[1 - place]),
        let year = Int(words[2]), words[2].allSatisfy(\.isNumber)
      else { return nil }
      rest = words.count > 3 ? " " + words[3] : ""
      guard words.count <= 4 else { return nil }
      parts = [Self.year(year), month, day]
      mark = " "
      isWord = true
      isYearFirst = true
    }
    if rest.first == "T" || rest.first == " " { rest = rest.dropFirst() }
    guard let time = Self.time(rest) else { return nil }
    self.time = time
  }

  /// Whether it is written as another one is.
  func isLike(_ other: DateText) -> Bool {
    mark == other.mark && isYearFirst == other.isYearFirst && isWord == other.isWord
  }

  /// The day, where its numbers stand in that order; nil where there is no such day.
  func day(_ order: Order) -> CalendarDay? {
    switch order {
    case .yearFirst: CalendarDay(year: parts[0], month: parts[1], day: parts[2])
    case .monthFirst: CalendarDay(year: parts[2], month: parts[0], day: parts[1])
    case .dayFirst: CalendarDay(year: parts[2], month: parts[1], day: parts[0])
    }
  }

  /// Two digits as Python's strptime reads them: 69 is 1969.
  private static func year(_ number: Int) -> Int {
    number >= 100 ? number : number + (number < 69 ? 2000 : 1900)
  }

  private static func month(_ word: some StringProtocol) -> Int? {
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    guard word.allSatisfy(\.isLetter) else { return nil }
    return months.firstIndex(of: word.lowercased().prefix(3).description).map { $0 + 1 }
  }

  /// Hours and minutes, seconds where they are not 0; empty for nothing, nil for what is no time. The zone is left away: it is that of the file.
  private static func time(_ text: Substring) -> String? {
    if text.isEmpty { return "" }
    let clock = text.prefix { $0.isASCII && ($0.isNumber || ":.".contains($0)) }
    let zone = text.dropFirst(clock.count)
    guard zone.utf8.count <= 9,
      zone.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || " +-:".contains($0)) })
    else { return nil }
    let fields = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count == 2 || fields.count == 3, let hour = Int(fields[0]),
      let minute = Int(fields[1]), (0...24).contains(hour), (0...59).contains(minute),
      fields[1].count == 2
    else { return nil }
    let seconds = fields.count == 3 ? fields[2].prefix { $0 != "." } : "00"
    guard seconds.count == 2, let second = Int(seconds), (0...60).contains(second) else {
      return nil
    }
    let suffix = zone.trimmingPrefix(" ").lowercased()
    let isHalf = suffix.hasPrefix("am") || suffix.hasPrefix("pm")
    let digits = hour < 10 ? "0\(hour)" : "\(hour)"
    return "\(digits):\(fields[1])" + (second == 0 ? "" : ":\(seconds)")
      + (isHalf ? " " + suffix.prefix(2) : "")
  }
}
