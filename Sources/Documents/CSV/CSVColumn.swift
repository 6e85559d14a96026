/// What is known of a column of a csv file while its rows are read.
struct CSVColumn {
  /// The first cell that is no number.
  private(set) var other: CSVTable.Cell?
  /// The number of the first row, where it is one.
  private(set) var first: Double?
  private var last = Double.nan
  private(set) var hasNumbers = false
  private var hasWholes = false
  private var isCounting = true
  /// The cells in which a number is missing: how many there are, and the first of them.
  private(set) var missing = 0
  private(set) var firstMissing: [CSVTable.Cell] = []
  private static let mostPlaces = 3

  /// Takes a cell in which nothing stands, or a word for it.
  mutating func takeMissing(_ cell: CSVTable.Cell) {
    missing += 1
    if firstMissing.count < Self.mostPlaces { firstMissing.append(cell) }
    isCounting = false
  }

  /// Takes the next cell and its number, which may be written without a point.
  mutating func take(_ cell: CSVTable.Cell, _ number: Double?, isWhole: Bool) {
    guard let number else {
      if other == nil { other = cell }
      isCounting = false
      return
    }
    if !hasNumbers {
      if other == nil { first = number }
    } else if number - last != 1 {
      isCounting = false
    }
    last = number
    hasNumbers = true
    if isWhole { hasWholes = true }
  }

  /// Takes a cell that stands above all others.
  mutating func takeAbove(_ cell: CSVTable.Cell, _ number: Double?, isMissing: Bool) {
    if isMissing {
      missing += 1
      firstMissing = Array(([cell] + firstMissing).prefix(Self.mostPlaces))
    } else if number == nil {
      other = cell
    } else {
      hasNumbers = true
    }
  }

  /// Whether a text stands for a number that is missing, as programs write it.
  static func isMissing(_ text: UnsafeRawBufferPointer) -> Bool {
    if text.isEmpty { return true }
    guard text.count <= 5 else { return false }
    let words = ["nan", "+nan", "-nan", "na", "n/a", "#n/a", "null", "none", "-", "?", "<na>"]
    return words.contains(String(decoding: text, as: UTF8.self).lowercased())
  }

  /// Whether it holds numbers and each is written with a point, or is not finite.
  var hasOnlyPoints: Bool { hasNumbers && !hasWholes && other == nil }

  /// Whether it only numbers or names the rows: it has no name, as pandas and R write it, or counts
  /// under a name that pandas gives it.
  func isIndex(called name: String) -> Bool {
    name.isEmpty || isCounting && hasNumbers && Self.isIndexName(name)
  }

  /// Whether an index may be called so.
  static func isIndexName(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.isEmpty || name == "index" || name.hasPrefix("unnamed: 0")
  }

  /// Whether a text in a column without any number is not meant as one: dates, words, or nothing
  /// below no name. One word alone may be a slip.
  static func isWords(_ text: String, rows: Int, title: String?) -> Bool {
    if text.isEmpty { return title?.isEmpty ?? (rows > 1) }
    return isDate(text) || text.first?.isLetter == true && rows > 1
  }

  /// Whether a text is a date or a time of day: numbers with a colon or two like marks between them.
  private static func isDate(_ text: String) -> Bool {
    guard text.first?.isNumber == true, !text.contains(",") else { return false }
    let marks = text.filter { "-/.:".contains($0) }
    return marks.contains(":") || marks.count > 1 && marks.allSatisfy { $0 == marks.first }
  }
}
