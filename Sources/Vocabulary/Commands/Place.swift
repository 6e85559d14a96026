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
    /// A place in the order of how far the answer so far moves, from 0 for the largest step.
    case change(Choice<Int>)
    /// The timestep of a day, `2015-04-27`.
    case day(String)

    /// Whether only a timestep can be meant, and no cell of a schedule.
    package var isOfTime: Bool {
      switch self {
      case .change, .day: true
      case .at, .by, .start, .first, .last: false
      }
    }

    /// Reads one word, or two that begin with `change`.
    init?(parsing words: [String]) {
      guard words.first == Self.changeWord, words.count <= 2 else {
        guard words.count == 1 else { return nil }
        self.init(word: words[0])
        return
      }
      guard let choice = Choice(words.count == 2 ? words[1] : "0", WholeNumber.read) else {
        return nil
      }
      self = .change(choice)
    }

    static let changeWord = "change"

    private init?(word: String) {
      switch word {
      case "start": self = .start
      case "first": self = .first
      case "last": self = .last
      default:
        if let count = signedCount(word) {
          self = .by(count)
        } else {
          if let timestep = WholeNumber.read(word) {
            self = .at(timestep)
          } else if Self.isDay(word) {
            self = .day(word)
          } else {
            return nil
          }
        }
      }
    }

    /// Whether a word is written as a day is: year, month and day in digits.
    private static func isDay(_ word: String) -> Bool {
      let parts = word.split(separator: "-", omittingEmptySubsequences: false)
      return parts.map(\.count) == [4, 2, 2]
        && parts.joined().allSatisfy { $0.isASCII && $0.isNumber }
    }

    var text: String {
      switch self {
      case .at(let timestep): "\(timestep)"
      case .by(let count): signed(count)
      case .start: "start"
      case .first: "first"
      case .last: "last"
      case .change(.named(0)): Self.changeWord
      case .change(let choice): "\(Self.changeWord) \(choice.text { "\($0)" })"
      case .day(let day): day
      }
    }
  }
}
