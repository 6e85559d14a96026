/// What is known of a column of a csv file while its rows are read.
struct CSVColumn {
  /// The first cell that is no number.
  private(set) var other: (text: String, place: Place)?
  /// The number of the first row.
  private(set) var first: Double?
  private var last: Double?
  private var hasNumbers = false
  private var hasWholes = false
  private var isCounting = true

  /// Takes the next cell, its number or else its text and place.
  mutating func take(
    _ number: Double?, isWhole: Bool, _ cell: () -> (text: String, place: Place)
  ) {
    guard let number else {
      if other == nil { other = cell() }
      isCounting = false
      return
    }
    if !hasNumbers, other == nil { first = number }
    if let last, number - last != 1 { isCounting = false }
    last = number
    hasNumbers = true
    if isWhole { hasWholes = true }
  }

  /// Takes a cell that stands above all others.
  mutating func takeAbove(_ number: Double?, _ cell: () -> (text: String, place: Place)) {
    if number == nil { other = cell() } else { hasNumbers = true }
  }

  /// Whether it holds numbers and each is written with a point, or is not finite.
  var hasOnlyPoints: Bool { hasNumbers && !hasWholes && other == nil }

  /// Whether it only numbers or names the rows: it has no name, as pandas and R write it, or counts
  /// under the name that pandas gives it when it is read again.
  func isIndex(called name: String) -> Bool {
    name.isEmpty || isCounting && hasNumbers && Self.isIndexName(name)
  }

  static func isIndexName(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.isEmpty || name == "index" || name.hasPrefix("unnamed: 0")
  }

  /// Whether it holds no number and none is meant: dates, words, or nothing below no name. One word
  /// alone may be a slip.
  func isWords(rows: Int, _ title: String?) -> Bool {
    guard let text = other?.text, !hasNumbers else { return false }
    if text.isEmpty { return title?.isEmpty ?? (rows > 1) }
    return Self.isDate(text) || text.first?.isLetter == true && rows > 1
  }

  /// Whether a text is a date or a time of day: numbers with two marks, or a colon, between them.
  private static func isDate(_ text: String) -> Bool {
    guard text.first?.isNumber == true else { return false }
    let marks = text.filter { "-/.:".contains($0) }
    return marks.contains(":")
      || marks.count > 1
        && marks.allSatisfy { $0 == marks.first } && !text.contains(",")
  }
}
