extension Command {
  /// What is done with the chosen gate of the shown unit at the open timestep.
  ///
  ///     hold +0.05     hold 0.9     hold at -0.9     hold off
  package enum Hold: Hashable, Sendable {
    /// Held so much higher than it is, or lower.
    case by(Float)
    /// Held at a value.
    case at(Float)
    /// Let go.
    case off

    /// What a turn of the knob is.
    package static let step: Float = 0.05

    /// Reads the words behind `hold`; one number with its sign is a distance.
    init?(_ words: [String]) {
      switch (words.first, words.count) {
      case ("off", 1): self = .off
      case ("at", 2):
        guard let value = finite(words[1]) else { return nil }
        self = .at(value)
      case (let word?, 1):
        guard let value = finite(word) else { return nil }
        self = word.hasPrefix("+") || word.hasPrefix("-") ? .by(value) : .at(value)
      default: return nil
      }
    }

    var text: String {
      switch self {
      case .by(let distance): (distance < 0 ? "" : "+") + typed(distance)
      case .at(let value): (value < 0 ? "at " : "") + typed(value)
      case .off: "off"
      }
    }

    func repeated(_ count: Int) -> Hold {
      guard case .by(let distance) = self else { return self }
      return .by(distance * Float(count))
    }
  }

  package static func hold(_ hold: Hold) -> Command { .changing(.hold(hold)) }
}
