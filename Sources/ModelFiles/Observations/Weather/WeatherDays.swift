import Documents
import Wording

/// What the sky did, in the order of the one-hot features.
package enum WeatherKind: String, CaseIterable, Hashable, Sendable {
  case drizzle, rain, sun, snow, fog

  package static let names = allCases.map(\.rawValue)
}

/// The daily records of a weather file, one row a day and no day left out.
package struct WeatherDays: Hashable, Sendable {
  static let header = ["date", "precipitation", "temp_max", "temp_min", "wind", "weather"]
  /// The four measured numbers and their units, in the order of the features.
  static let measured = [
    Feature(name: "precipitation", unit: "mm"), Feature(name: "temp_max", unit: "°C"),
    Feature(name: "temp_min", unit: "°C"), Feature(name: "wind", unit: "m/s"),
  ]

  /// The dates, each the day after the one before.
  package let dates: [CalendarDay]
  /// `[days, 4]`: precipitation (mm), highest and lowest temperature (°C), wind (m/s).
  package let numbers: [Float]
  /// The word of each day.
  package let kinds: [WeatherKind]

  /// How many days there are.
  package var count: Int { dates.count }

  /// Whether it rained: any precipitation at all.
  package func isWet(_ day: Int) -> Bool { numbers[day * 4] > 0 }

  /// Reads a file with the columns date, precipitation, temp_max, temp_min, wind and weather.
  init(contentsOf file: String) throws(FileError) {
    var table = try CSVTable(contentsOf: file)
    let names = table.cells.prefix(12).map(table.text)
    guard names == Self.header else {
      throw FileError(
        Place(file, line: table.cells[0].line),
        .header(expected: Self.header, found: names.map(excerpt)))
    }
    let words = WeatherKind.allCases.map { (Array($0.rawValue.utf8), $0) }
    var dates: [CalendarDay] = []
    var numbers: [Float] = []
    var kinds: [WeatherKind] = []
    while try table.nextRow() {
      let first = table.cells[0]
      guard let date = table.withBytes(first, CalendarDay.init) else {
        throw FileError(table.place(first), .date(excerpt(table.text(first))))
      }
      if let last = dates.last, !last.isFollowed(by: date) {
        throw FileError(table.place(first), .dateGap(previous: last, found: date))
      }
      dates.append(date)
      for column in 1...4 {
        let cell = table.cells[column]
        guard let number = table.number(cell), number.isFinite else {
          throw FileError(
            table.place(cell), .notANumber(excerpt(table.text(cell)), column: names[column]))
        }
        numbers.append(Float(number))
      }
      let last = table.cells[5]
      let kind = table.withBytes(last) { bytes in
        words.first { bytes.elementsEqual($0.0) }?.1
      }
      guard let kind else {
        let word = table.text(last)
        throw FileError(
          table.place(last),
          .weatherWord(excerpt(word), nearest: nearest(to: word, in: WeatherKind.names)))
      }
      kinds.append(kind)
    }
    self.dates = dates
    self.numbers = numbers
    self.kinds = kinds
  }
}
