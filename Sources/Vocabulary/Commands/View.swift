import Engine

extension Command {
  /// A way to look; each belongs to one screen.
  package enum View: Hashable, Sendable {
    /// The network screen's columns.
    case axis(Axis)
    /// The layer screen's quantity.
    case quantity(QuantityName)
    /// The unit screen's phase, 1 to 6; 0 is its picture.
    case phase(Int)
    /// The schedule screen's orders of computing, or one of them.
    case schedule(ScheduleName)
    /// The shapes screen's side.
    case code(CodeName)

    private static let picture = "picture"

    var word: String {
      switch self {
      case .axis(let axis): axis.rawValue
      case .quantity(let quantity): quantity.rawValue
      case .phase(0): Self.picture
      case .phase(let phase): "phase\(phase)"
      case .schedule(let schedule): schedule.rawValue
      case .code(let code): code.rawValue
      }
    }

    /// The way to look that a word names.
    init?(word: String) {
      if let axis = Axis(rawValue: word) {
        self = .axis(axis)
      } else if let quantity = QuantityName(shown: word) {
        self = .quantity(quantity)
      } else if let schedule = ScheduleName(rawValue: word) {
        self = .schedule(schedule)
      } else if let code = CodeName(rawValue: word) {
        self = .code(code)
      } else if word == Self.picture {
        self = .phase(0)
      } else if word.hasPrefix("phase"), let phase = Int(word.dropFirst(5)),
        (1...6).contains(phase)
      {
        self = .phase(phase)
      } else {
        return nil
      }
    }
  }

  /// What a column of the network screen stands for.
  package enum Axis: String, CaseIterable, Hashable, Sendable {
    /// One unit over all timesteps.
    case time
    /// All units at one timestep.
    case units
  }

  /// What the schedule screen shows: all orders in which a network's cells can be computed, or one.
  package enum ScheduleName: String, CaseIterable, Hashable, Sendable {
    case orders, layers, timesteps, diagonal
  }

  /// What the shapes screen shows beside the table.
  package enum CodeName: String, CaseIterable, Hashable, Sendable {
    case table, keras, pytorch
  }
}
