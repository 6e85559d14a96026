/// The dates of a column, told by all of its rows: `04/05` alone is in April or in May.
struct ColumnDates {
  /// A mark for each row.
  let marks: [TimestepFacts.Mark]

  /// Throws nothing: nil where a row is no date.
  init?(_ texts: [String]) {
    guard let first = texts.first, let form = DateText(first) else { return nil }
    var parts: [DateText] = []
    parts.reserveCapacity(texts.count)
    for text in texts {
      guard let date = DateText(text), date.isLike(form) else { return nil }
      parts.append(date)
    }
    // Where all rows fit both, the rows that follow each other tell; then America's order, as pandas.
    let orders: [DateText.Order] = form.isYearFirst ? [.yearFirst] : [.monthFirst, .dayFirst]
    var best: [TimestepFacts.Mark]?
    let hasTimes = parts.contains { !$0.time.isEmpty && $0.time != "00:00" }
    for order in orders {
      var marks: [TimestepFacts.Mark] = []
      marks.reserveCapacity(texts.count)
      var last: CalendarDay?
      var (isRising, isFalling) = (true, true)
      for part in parts {
        guard let day = part.day(order) else { break }
        if let last {
          if day < last { isRising = false }
          if last < day { isFalling = false }
        }
        last = day
        marks.append(hasTimes ? .text("\(day.iso) \(part.time)") : .day(day))
      }
      guard marks.count == texts.count else { continue }
      if isRising || isFalling {
        self.marks = marks
        return
      }
      if best == nil { best = marks }
    }
    guard let best else { return nil }
    marks = best
  }

  /// Seconds or milliseconds since 1970, or days written as 20240131; nil where a value is neither.
  init?(numbers: [Double]) {
    guard let first = numbers.first,
      numbers.allSatisfy({ $0 == $0.rounded() && $0.magnitude < 1e15 })
    else { return nil }
    if (19_000_101...21_001_231).contains(first) {
      var marks: [TimestepFacts.Mark] = []
      for number in numbers {
        let digits = Int(number)
        guard
          let day = CalendarDay(
            year: digits / 10_000, month: digits / 100 % 100, day: digits % 100)
        else { return nil }
        marks.append(.day(day))
      }
      self.marks = marks
      return
    }
    let unit: Double = first > 1e11 ? 1000 : 1
    // From 1990 to 2100: before that a number is more likely something else.
    guard numbers.allSatisfy({ (631_152_000...4_102_444_800).contains($0 / unit) }) else {
      return nil
    }
    let seconds = numbers.map { Int($0 / unit) }
    let areDays = seconds.allSatisfy { $0 % 86400 == 0 }
    var marks: [TimestepFacts.Mark] = []
    for second in seconds {
      guard let day = CalendarDay(daysSince1970: second / 86400) else { return nil }
      let minutes = second % 86400 / 60
      marks.append(
        areDays
          ? .day(day)
          : .text("\(day.iso) \(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"))
    }
    self.marks = marks
  }
}

/// `07`.
private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

extension CalendarDay {
  /// `2015-04-27`.
  var iso: String { "\(year)-\(twoDigits(month))-\(twoDigits(day))" }
}
