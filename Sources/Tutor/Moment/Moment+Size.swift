import Engine
import ModelFiles
import Phrases
import Vocabulary

// What a moment takes, worked out before it is computed.
extension Moment {
  /// The most numbers that a moment may hold, 192 MiB: one large run with what is known of its
  /// timesteps. Where it changes, two runs are there until the older one is let go.
  static let mostNumbers = 48 << 20

  /// The most numbers that it may hold with what is laid beside its run, 144 MiB: where one of these moments
  /// follows another, all of both is there for a while.
  static let mostBeside = 36 << 20

  /// The most numbers that undo brings back, 72 MiB, and beside a large run 16 MiB.
  static func mostKept(besideLarge isLarge: Bool) -> Int { isLarge ? 4 << 20 : 18 << 20 }

  /// Whether the run at a position is a large one; see `NetworkPlan.mostAtOnce`.
  static func isLarge(_ model: LoadedModel, _ position: Position) -> Bool {
    position.description.numbers(timesteps: model.observations.timesteps) > NetworkPlan.mostAtOnce
  }

  /// Runs that are held where a screen needs more than the open one.
  enum Addition {
    /// The two runs of the contrast screen.
    case contrast
    /// The cells of the schedule screen.
    case schedule
    /// The hidden states of its three runs, and the cell states of the one that is computed.
    case orders
  }

  /// About how many numbers a model holds at a position.
  private static func numbers(
    _ model: LoadedModel, _ position: Position, hasEarlier: Bool
  ) -> Int {
    let run = position.description.numbers(timesteps: model.observations.timesteps)
    // Weights that were changed, as they are and as they were before the last what-if.
    var changes = 0
    for whatIfs in [position.changes, position.changesBefore] {
      var tensors: Set<String> = []
      for case .put(let quantity, _) in whatIfs {
        let key = "\(quantity.layer)/\(quantity.kind.rawValue)"
        if tensors.insert(key).inserted {
          changes += model.network.weights[key]?.values.count ?? 0
        }
      }
    }
    // Label, symbol and word of a timestep take as much as 32 numbers.
    let facts = 32 * model.observations.timesteps
    // As much as another run for the maps of the layer screen, of which a large run holds a part.
    let runs =
      isLarge(model, position) ? 1 : 2 + (position.changes.isEmpty && !hasEarlier ? 0 : 1)
    // A gradient for each state, once they are shown.
    let gradients = position.showsGradients && !isLarge(model, position) ? run : 0
    return changes + gradients + runs * run + facts + (position.beside == nil ? 0 : run + facts)
  }

  /// About how many numbers a model holds at a position, and where it `hasEarlier` versions the run of one
  /// as well.
  ///
  /// - Throws: where the network cannot read the observations, or that would be too much.
  static func size(
    _ model: LoadedModel, _ position: Position, hasEarlier: Bool
  ) throws -> Int {
    let source = model.observations
    try model.network.with(position.description).checkInput(
      timesteps: source.timesteps, features: source.features)
    let numbers = numbers(model, position, hasEarlier: hasEarlier)
    try check(numbers, position.beside == nil ? .open : .beside)
    return numbers
  }

  /// Throws where what a screen needs is too much beside what is there.
  func check(_ addition: Addition) throws(Refusal) {
    let timesteps = model.observations.timesteps
    let run = position.description.numbers(timesteps: timesteps)
    // A cell of a schedule is four integers, in each of two lists for each of three orders.
    let cells = 48 * timesteps * network.plan.layers.count(where: \.layer.isRecurrent)
    switch addition {
    case .contrast: try Self.check(size + 2 * run, .contrast)
    case .schedule: try Self.check(size + cells, .schedule)
    case .orders:
      try Self.check(size + cells + 2 * run, .orders)
    }
  }

  private static func check(_ numbers: Int, _ held: Refusal.Run) throws(Refusal) {
    let most = held == .open ? mostNumbers : mostBeside
    guard numbers <= most else { throw .tooLarge(held, numbers: numbers, most: most) }
  }

  /// About how many numbers this moment holds that another does not.
  func numbers(besides other: Moment) -> Int {
    // Only the same run is shared; to compare two would work them out. A large one is not kept.
    let run = isLarge || run === other.run ? 0 : size
    let isSameModel =
      model.name == other.model.name && model.files == other.model.files && epoch == other.epoch
    return run + (isSameModel ? 0 : model.network.plan.parameterCount ?? 0)
  }
}
