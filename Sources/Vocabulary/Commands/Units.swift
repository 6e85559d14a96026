extension Command {
  /// Units of a layer.
  package enum Units: Hashable, Sendable {
    case all
    case these([Int])

    /// Whether a unit is one of them.
    package func contains(_ unit: Int) -> Bool {
      switch self {
      case .all: true
      case .these(let units): units.contains(unit)
      }
    }

    var text: String {
      switch self {
      case .all: "all"
      case .these(let units): units.map(String.init).joined(separator: ",")
      }
    }

    /// `all`, `5`, `28,26,53` or `4-9`, and mixtures of the last three.
    init?(parsing word: String) {
      if word == "all" {
        self = .all
        return
      }
      guard let ranges = Self.ranges(word), !Self.areTooMany(word) else { return nil }
      self = .these(ranges.flatMap { Array($0) })
    }

    /// More than any layer that can be shown has, and little memory.
    private static let most = 100_000

    static func areTooMany(_ word: String) -> Bool {
      (ranges(word) ?? []).reduce(0) { min(most, $0) + $1.count } > most
    }

    /// The parts of a list; nil for what is none.
    private static func ranges(_ word: String) -> [ClosedRange<Int>]? {
      var ranges: [ClosedRange<Int>] = []
      for part in word.split(separator: ",", omittingEmptySubsequences: false) {
        let ends = part.split(separator: "-", omittingEmptySubsequences: false).map {
          WholeNumber.read($0)
        }
        guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2,
          first <= last
        else { return nil }
        ranges.append(first...last)
      }
      return ranges
    }
  }
}
