import Engine

/// What is known of an observation beside its numbers; `Phrases` says it.
package struct ObservationFacts: Hashable, Sendable {
  /// Its number.
  package var index: Int
  package var kind: Kind
  /// Which part of the data it is from, where the data have parts.
  package var split: Split?
  /// The true answer, where it is known.
  package var target: Bool?
  /// The same after each timestep, where it is asked there.
  package var targets: [Bool]?
  /// The true answer, where it is one of several.
  package var choice: Choice?
  /// The true answer as a number.
  package var truth: Truth?
  /// How the features were brought to one scale.
  package var scaling: InputReading.Scaling?

  /// A true answer from a column of a table.
  package struct Truth: Hashable, Sendable {
    /// What the column is called.
    package let name: String
    /// On the scale of the features, where it is one of them.
    package let value: Float
    /// As it was measured, where that is another number.
    package let measured: Float?
    /// Where the column holds 0 and 1 alone.
    package let isYes: Bool?
  }

  /// A true answer that is one of several.
  package struct Choice: Hashable, Sendable {
    /// All of them, in the order of the network's outputs.
    package let names: [String]
    /// The place of the true one.
    package let index: Int

    /// The true one.
    package var name: String { names[index] }
  }

  /// What it is one of.
  package enum Kind: Hashable, Sendable {
    case latch
    /// A sequence that a task drew.
    case drawn(DrawnTask.Kind)
    /// Its first and last day, and the one that is asked for.
    case weather(first: CalendarDay, last: CalendarDay, next: CalendarDay)
    /// The name of its file, and how many there are in it.
    case file(String, count: Int)
    /// Rows of a table: what the first and the last are called, its file, and how many there are in it.
    case rows(first: TimestepFacts.Mark, last: TimestepFacts.Mark, of: String, count: Int)
    case random
  }
}

extension ObservationFacts {
  /// Whether the last numbers that a network gives are the true answer; nil where that is not known, or is
  /// nothing that is right or wrong. Of one number yes begins at a threshold.
  package func isRight(_ output: [Float], threshold: Float) -> Bool? {
    if let choice {
      let row = output.suffix(choice.names.count)
      guard row.count == choice.names.count else { return nil }
      return row.indices.max { row[$0] < row[$1] } == row.startIndex + choice.index
    }
    // With an answer at every timestep, the last one is the one that was asked for.
    guard let target, let last = output.last else { return nil }
    return (last >= threshold) == target
  }
}

/// A part of a data set.
package enum Split: String, Hashable, Sendable {
  /// Kept in a file, since sentences quote what was measured on it.
  case recorded
  /// Drawn on demand; the network has never seen it.
  case fresh
  /// What the network learnt from.
  case training
  /// Between training and test, so that no day is in both.
  case unused
  /// What the network is judged by.
  case test
}

/// What is known of one timestep of an observation beside its numbers.
package struct TimestepFacts: Hashable, Sendable {
  package var mark: Mark
  /// One character for a row in which a timestep has one column; `nil` where none fits.
  package var symbol: Character?
  /// Whether this timestep changes the bit of a latch.
  package var event: LatchEvent?
  /// The word for the whole timestep, such as `fog`.
  package var word: String?
  /// The features as they were before they were standardised, one for each; none where the numbers
  /// themselves are all there is to say.
  package var readings: [Reading]

  /// What a timestep is called by.
  package enum Mark: Hashable, Sendable {
    /// Its symbol, or the timestep's number.
    case number(Int)
    case day(CalendarDay)
    /// Such as a day with its time, or the name that an index gives.
    case text(String)
  }
}

extension TimestepFacts {
  /// Its day as digits, `2015-04-27`; nil where what it is called by is none.
  package var day: String? {
    switch mark {
    case .number: return nil
    case .day(let day): return day.digits
    case .text(let text):
      let day = text.prefix(10)
      let parts = day.split(separator: "-", omittingEmptySubsequences: false)
      return parts.map(\.count) == [4, 2, 2] && parts.joined().allSatisfy(\.isNumber)
        ? String(day) : nil
    }
  }

  /// Timesteps of which nothing but their numbers is known.
  static func plain(_ count: Int) -> [TimestepFacts] {
    (0..<count).map { TimestepFacts(mark: .number($0), readings: []) }
  }
}

/// What a symbol does to the latch.
package enum LatchEvent: String, Hashable, Sendable {
  case set, clear
}

/// A feature's own value, and its unit.
package struct Reading: Hashable, Sendable {
  package var value: Value
  /// Such as `°C`.
  package var unit: String?

  init(_ value: Value, unit: String? = nil) {
    self.value = value
    self.unit = unit
  }

  package enum Value: Hashable, Sendable {
    /// As its data write it, such as `12.8`.
    case number(String)
    case truth(Bool)
    case dayOfYear(Int)
  }
}
