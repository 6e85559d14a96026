/// What several screens say.
package enum SharedPhrases {
  /// A whole number that names a row of an Embedding.
  package static let token = "token"

  // MARK: - Title and footer

  /// What stands at the right of the title before the first timestep.
  package static func nothingRead(last: Int) -> String { "before t 0 of 0–\(last)" }

  /// The open timestep, at the right of the title.
  package static func open(_ timestep: Int, last: Int) -> String { "t \(timestep) of 0–\(last)" }

  /// Behind a count that was typed, in the place of the footer.
  package static func typed(count: Int) -> String {
    "times, or t \(count) with g; esc forgets it"
  }

  // MARK: - Places and numbers of things

  /// When a number is: a state has one before the first timestep too.
  package static func at(_ timestep: Int?) -> Phrase {
    timestep.map { "at t \($0)" } ?? "before t 0"
  }

  package static func unit(_ unit: Int) -> Phrase { "unit \(unit)" }

  package static func unit(_ unit: Int, of count: Int) -> Phrase { "unit \(unit) of \(count)" }

  /// Behind a letter: whose it is.
  package static func ofUnit(_ unit: Int) -> [Phrase] {
    ["of unit \(unit)", "unit \(unit)", "\(unit)"]
  }

  /// How many of all.
  package static func part(_ some: Int, of all: Int) -> Phrase { "\(some) of \(all)" }

  /// Which lines of a longer text are shown.
  package static func lines(_ lines: Range<Int>, of count: Int) -> Phrase {
    "lines \(lines.lowerBound + 1)–\(lines.upperBound) of \(count)"
  }

  // MARK: - The axis of time

  /// Before the numbers of the timesteps.
  package static let timesteps = Sentence("timestep t", "t")

  /// Over the values of the open timestep.
  package static let now = "now"

  /// Over what a full bar stands for.
  package static let scale = "scale"

  /// Before a row of symbols that were read.
  package static let symbol = "symbol"

  /// What a timestep reads, and the symbol that it read before a what-if.
  package static func was(_ now: String, _ before: Character) -> String { "\(now), was \(before)" }

  // MARK: - What cannot be

  /// A layer that cannot be built; Keras's own words follow where they are known.
  package static func cannotBeBuilt(_ layer: String, isKeras: Bool) -> String {
    "\(layer) ✗ cannot be built." + (isKeras ? " Keras says:" : "")
  }

  /// The same with the reason, in Keras's words or in plain ones, in one line.
  package static func cannotBeBuilt(
    _ layer: String, because words: String, isKeras: Bool
  ) -> String {
    "\(layer) ✗ \(isKeras ? "Keras: " : "")\(words)"
  }

  /// In the place of what a network that cannot be built would give.
  package static let noneBuilt = "none: the network cannot be built"

  /// In a terminal too small for the screens.
  package static func tooSmall(
    width: Int, height: Int, leastWidth: Int, leastHeight: Int
  ) -> String {
    "Unroll needs \(leastWidth)×\(leastHeight); this window is \(width)×\(height). "
      + "Make it larger, or press q."
  }
}
