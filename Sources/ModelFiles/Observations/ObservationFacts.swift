import Engine

/// What is known of an observation beside its numbers.
package struct ObservationFacts: Hashable, Sendable {
  /// `sequence 1`, `observation 1200`.
  package var name: String
  /// Which part of the data it is from, where the data have parts.
  package var split: Split?
  /// The first and the last of its timesteps, where they are dates.
  package var span: String?
  /// What decides the answer, such as `set by 7, cleared by 3`.
  package var rule: String?
  /// What the network is asked, such as `is it set at the end?`.
  package var question: String?
  /// The true answer, where it is known.
  package var target: Bool?
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
  /// `7`, `Mon 27 Apr 2015`, or the timestep's number.
  package var label: String
  /// One character for a row in which a timestep has one column; `nil` where none fits.
  package var symbol: Character?
  /// Whether this timestep changes the bit of a latch.
  package var event: LatchEvent?
  /// The word for the whole timestep, such as `fog`.
  package var word: String?
  /// The features as they were before they were standardised, one for each; none where the numbers
  /// themselves are all there is to say.
  package var readings: [Reading]
}

extension TimestepFacts {
  /// Timesteps of which nothing but their numbers is known.
  static func plain(_ count: Int) -> [TimestepFacts] {
    (0..<count).map { TimestepFacts(label: "\($0)", readings: []) }
  }
}

/// What a symbol does to the latch.
package enum LatchEvent: String, Hashable, Sendable {
  case set, clear
}

/// A feature's own value as text, and its unit.
package struct Reading: Hashable, Sendable {
  /// Such as `12.8`.
  package var text: String
  /// Such as `°C`.
  package var unit: String?

  /// A value as text, with its unit where it has one.
  package init(text: String, unit: String? = nil) {
    self.text = text
    self.unit = unit
  }
}
