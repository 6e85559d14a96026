extension Command {
  /// A version of a model that is trained here, or followed while it is trained elsewhere.
  package enum Epoch: Hashable, Sendable {
    /// The version of this number: of a file counted from 1, of a training here from 0, which has learnt
    /// nothing.
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
