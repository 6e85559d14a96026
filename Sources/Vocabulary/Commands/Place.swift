extension Command {
  /// A place on the time axis.
  package enum Place: Hashable, Sendable {
    /// A timestep, counted from 0.
    case at(Int)
    /// So many timesteps on; back where it is negative.
    case by(Int)
    /// Before timestep 0: nothing has been read yet.
    case start
    /// Timestep 0.
    case first
    /// The last timestep.
    case last

    init?(parsing word: String) {
      switch word {
      case "start": self = .start
      case "first": self = .first
      case "last": self = .last
      default:
        if let count = signedCount(word) {
          self = .by(count)
        } else {
          guard let timestep = WholeNumber.read(word) else { return nil }
          self = .at(timestep)
        }
      }
    }

    var text: String {
      switch self {
      case .at(let timestep): "\(timestep)"
      case .by(let count): signed(count)
      case .start: "start"
      case .first: "first"
      case .last: "last"
      }
    }
  }
}
