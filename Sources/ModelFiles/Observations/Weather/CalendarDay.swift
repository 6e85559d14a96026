/// A day of the Gregorian calendar.
package struct CalendarDay: Hashable, Sendable, Comparable {
  /// The year, such as 2015.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int
  /// The day of the month, from 1.
  package let day: Int

  init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// `2015/04/27` in exactly these ten bytes.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "/"), bytes[7] == UInt8(ascii: "/"),
      let year = Self.number(bytes, 0, 4), let month = Self.number(bytes, 5, 7),
      let day = Self.number(bytes, 8, 10)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func number(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> Int? {
    var number = 0
    var index = start
    while index < end {
      let digit = Int(bytes[index]) - 48
      guard digit >= 0, digit <= 9 else { return nil }
      number = number * 10 + digit
      index += 1
    }
    return number
  }

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// `2015-04-27`.
  package var digits: String {
    func padded(_ number: Int, to width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }

  /// 1 on the first of January, 365 or 366 on the last of December.
  package var dayOfYear: Int {
    let before = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334][month - 1]
    return before + (month > 2 && Self.isLeap(year) ? 1 : 0) + day
  }

  /// Days since the day before 0001/01/01, by which days are compared and stepped.
  private var number: Int {
    let past = year - 1
    return past * 365 + past / 4 - past / 100 + past / 400 + dayOfYear
  }

  /// The day so many days after 1970/01/01; nil beyond the years 1 to 9999.
  init?(daysSince1970 days: Int) {
    // By eras of 400 years that begin in March (Howard Hinnant, days_from_civil).
    guard (-1_000_000...3_000_000).contains(days) else { return nil }
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    self.init(
      year: yearOfEra + era * 400 + (month >= 10 ? 1 : 0),
      month: month < 10 ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1)
  }

  /// Whether `other` is the day after this one.
  func isFollowed(by other: CalendarDay) -> Bool {
    other.number == number + 1
  }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// 0 on a Sunday, 6 on a Saturday.
  package var daysSinceSunday: Int { number % 7 }
}
