extension Command {
  /// A version of a model that is followed while it is trained.
  package enum Epoch: Hashable, Sendable {
    /// The version of this number, counted from 1.
    case number(Int)
    /// So many versions on; back where it is negative.
    case by(Int)
    /// The oldest that is kept.
    case first
    /// The newest, and every newer one as it comes.
    case last

    init?(parsing word: String) {
      switch word {
      case "first": self = .first
      case "last": self = .last
      default:
        if let count = signedCount(word) {
          self = .by(count)
        } else {
          guard let number = WholeNumber.read(word) else { return nil }
          self = .number(number)
        }
      }
    }

    var text: String {
      switch self {
      case .number(let number): "\(number)"
      case .by(let count): signed(count)
      case .first: "first"
      case .last: "last"
      }
    }

    func repeated(_ count: Int) -> Epoch {
      if case .by(let distance) = self { .by(WholeNumber.product(distance, count)) } else { self }
    }
  }
}
