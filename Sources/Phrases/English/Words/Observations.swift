import ModelFiles
import Wording

// What is said of observations, their timesteps, and how often a model is right on them.

extension ObservationFacts {
  package var name: String {
    switch kind {
    case .latch, .drawn: "sequence \(index)"
    case .weather, .file, .rows, .random: "observation \(index)"
    }
  }

  /// The first of those that it is one of.
  package var first: String {
    var facts = self
    facts.index = 0
    return facts.name
  }

  /// The first and the last of its timesteps, or the file it is one of.
  package var span: String? {
    switch kind {
    case .latch, .drawn, .random: return nil
    case .weather(let first, let last, _): return first.span(to: last)
    case .file(let name, let count): return "of \(count) in \(name)"
    case .rows(let first, let last, _, _) where first == last: return first.label
    case .rows(.number(let first), .number(let last), _, _): return "rows \(first)–\(last)"
    case .rows(.day(let first), .day(let last), _, _): return first.span(to: last)
    case .rows(let first, let last, _, _): return "\(first.label) – \(last.label)"
    }
  }

  /// The file whose rows they are, and how many observations it holds.
  package var source: String? {
    guard case .rows(_, _, let name, let count) = kind else { return nil }
    return count > 1 ? "of \(count) in \(name)" : "in \(name)"
  }

  /// How the features were scaled, and the true answer as a number.
  package var known: String? {
    var parts = scaling.map { [$0.words] } ?? []
    if let truth {
      let name = truth.name.isEmpty ? "value" : truth.name
      let value = truth.measured.map { "\(decimal(truth.value)) (\($0))" } ?? "\(truth.value)"
      parts.append("true \(name) \(value)")
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// What decides the answer.
  package var rule: String? {
    switch kind {
    case .latch: "set by 7, cleared by 3"
    case .drawn(.adding): "two numbers are marked"
    case .random: "made-up numbers"
    case .drawn, .weather, .file, .rows: nil
    }
  }

  /// What the network is asked.
  package var question: String? {
    switch kind {
    case .latch: "is it set at the end?"
    case .drawn(.adding): "what is their sum?"
    case .drawn(.parity): "is the number of ones odd?"
    case .drawn(.brackets): "are the brackets balanced?"
    case .drawn(.copy): "which letter was marked?"
    case .weather(_, _, let next): "does it rain on \(next.label)?"
    case .file, .rows, .random: nil
    }
  }
}

extension Split {
  /// What the part is called. A network that has learnt nothing is fresh, not what it has not seen.
  package var name: String { self == .fresh ? "new" : rawValue }
}

extension TimestepFacts {
  /// `7`, `Mon 27 Apr 2015`, or the timestep's number.
  package var label: String { mark.label }
}

extension TimestepFacts.Mark {
  /// `7`, `Mon 27 Apr 2015`, `2015-04-27 13:00`, or the name of a row.
  package var label: String {
    switch self {
    case .number(let number): "\(number)"
    case .day(let day): day.label
    case .text(let text): text
    }
  }
}

extension InputReading.Scaling {
  var words: String {
    switch self {
    case .standardise: "standardised"
    case .normalise: "normalised"
    }
  }
}

extension Reading {
  package var text: String {
    switch value {
    case .number(let text): text
    case .truth(let truth): truth ? "yes" : "no"
    case .dayOfYear(let day): "day \(day)"
    }
  }
}

extension CalendarDay {
  /// `Mon`, `Tue` and so on.
  var weekday: String {
    ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][daysSinceSunday]
  }

  /// `Mon 27 Apr – Tue 5 May 2015`.
  func span(to last: CalendarDay) -> String {
    let start = year == last.year ? "\(weekday) \(dayAndMonth)" : label
    return "\(start) – \(last.label)"
  }

  /// `27 Apr`.
  var dayAndMonth: String {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    return "\(day) \(months[month - 1])"
  }

  /// `Mon 27 Apr 2015`.
  package var label: String { "\(weekday) \(dayAndMonth) \(year)" }
}

// MARK: - Accuracy

extension Accuracy.Data: CustomStringConvertible {
  package var description: String {
    switch self {
    case .testWindows(let windows):
      "windows \(windows.lowerBound)–\(windows.upperBound - 1), test"
    case .recordedSequences(let count): "\(count) recorded sequences"
    case .freshSequences(let count): "\(count) fresh sequences"
    }
  }
}

extension Accuracy.Baseline {
  /// The rule.
  package var name: String {
    switch rule {
    case .tomorrowAsToday: "tomorrow as today"
    case .alwaysDry: "always dry"
    case .alwaysSet: "always set"
    case .neverSet: "never set"
    }
  }
}
