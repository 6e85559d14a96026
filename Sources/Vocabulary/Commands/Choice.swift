extension Command {
  /// One of several: by its name or number, or so many further on in their order.
  package enum Choice<Name: Hashable & Sendable>: Hashable, Sendable {
    case named(Name)
    case by(Int)

    /// Reads a word: a number with its sign is a distance, anything else what `name` makes of it.
    init?(_ word: String, _ name: (String) -> Name?) {
      if let count = signedCount(word) {
        self = .by(count)
      } else {
        guard let value = name(word) else { return nil }
        self = .named(value)
      }
    }

    func text(_ name: (Name) -> String) -> String {
      switch self {
      case .named(let value): name(value)
      case .by(let count): signed(count)
      }
    }

    func repeated(_ count: Int) -> Choice {
      switch self {
      case .named: self
      case .by(let distance): .by(WholeNumber.product(distance, count))
      }
    }
  }
}

/// A number that is written with its sign is a distance: `+1`, `-10`.
func signedCount(_ word: String) -> Int? {
  word.hasPrefix("+") || word.hasPrefix("-") ? WholeNumber.read(word) : nil
}

func signed(_ count: Int) -> String { count < 0 ? "\(count)" : "+\(count)" }

/// `none`, or a value; nil for a word that is neither.
func optional<Value>(_ word: String, _ value: (String) -> Value?) -> Value?? {
  word == "none" ? .some(nil) : value(word).map { .some($0) }
}
