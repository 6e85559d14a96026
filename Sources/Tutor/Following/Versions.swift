import Engine
import ModelFiles

/// The versions of a model that a training makes, here or in a file, from the one that was opened on, as
/// epochs that one can go back through.
///
/// Their number and their weights are bounded: once there are too many the second oldest goes, so that the
/// first, where the training began, and the newest stay.
package struct Versions: Sendable {
  /// What a training wrote at one time.
  struct Version: Sendable {
    /// Counted in the order in which they came.
    let number: Int
    /// How many batches the epoch under way has had; 0 where it is done.
    var batch = 0
    let network: Network
  }

  /// The most that are kept.
  static let most = 200
  /// The most weights of all that are kept, 128 MiB; the newest and the one before it are kept whatever
  /// they take.
  static let mostWeights = 1 << 25

  /// The model as it was read last.
  private(set) var model: LoadedModel
  /// Those that are kept, the oldest first.
  private(set) var kept: [Version]
  private let mostWeights: Int
  /// Tells it from what was followed before a model of another architecture took its place.
  let generation: Int
  /// The number of the first: 1 of a file, 0 of a network that has learnt nothing.
  let first: Int

  /// Begins with the model as it is now.
  init(
    _ model: LoadedModel, generation: Int = 0, first: Int = 1,
    mostWeights: Int = Versions.mostWeights
  ) {
    self.model = model
    self.mostWeights = mostWeights
    self.generation = generation
    self.first = first
    kept = [Version(number: first, network: model.network)]
  }

  /// Whether they are read from a file, and not made here.
  var isOfFile: Bool { first == 1 }

  /// The number of the newest.
  package var count: Int { newest.number }

  var newest: Version { kept[kept.count - 1] }

  /// The numbers of those that are not kept any more; nil where all are.
  var dropped: ClosedRange<Int>? {
    // One gap at most: behind the first, or from the beginning on.
    if kept[0].number > first { return first...kept[0].number - 1 }
    guard kept.count > 1, kept[1].number > first + 1 else { return nil }
    return first + 1...kept[1].number - 1
  }

  /// Whether a model is another version of this one, not one of another architecture.
  package func includes(_ other: LoadedModel) -> Bool { other.description == model.description }

  /// Adds what was read now, as one more.
  mutating func add(_ model: LoadedModel) {
    self.model.weights = model.weights
    add(Version(number: count + 1, network: model.network))
  }

  /// Adds one, in the place of the newest where it is a later one of the same epoch.
  mutating func add(_ version: Version) {
    model.network = version.network
    if version.number == newest.number {
      kept[kept.count - 1] = version
      return
    }
    kept.append(version)
    let weights = max(1, model.network.plan.parameterCount ?? 1)
    let room = min(Self.most, max(2, mostWeights / weights))
    while kept.count > room { kept.remove(at: room > 2 ? 1 : 0) }
  }

  /// The one of a number; where that is not kept the next newer one.
  func version(_ number: Int) -> Version { kept.first { $0.number >= number } ?? newest }

  /// The one that is so many further on among those that are kept; the ends are the first and the newest.
  func version(from number: Int, by distance: Int) -> Version {
    // Of one that is dropped the place is between its neighbours.
    let place = kept.firstIndex { $0.number >= number } ?? kept.count - 1
    let isBetween = kept[place].number > number && distance > 0
    return kept[moved(place, by: isBetween ? distance - 1 : distance, within: 0...kept.count - 1)]
  }

  /// The model in one of its versions.
  func model(in version: Version) -> LoadedModel {
    var model = model
    model.network = version.network
    return model
  }

  /// What a moment in a version is to know of it.
  func epoch(of version: Version) -> Epoch {
    Epoch(
      generation: generation, number: version.number, batch: version.batch,
      before: kept.last { $0.number < version.number })
  }
}

/// Which version of a followed model a moment is in.
struct Epoch: Sendable {
  /// See `Versions.generation`.
  let generation: Int
  let number: Int
  /// See `Versions.Version.batch`.
  let batch: Int
  /// The version before it, which stands behind it in every lane.
  let before: Versions.Version?
}

extension Epoch: Equatable {
  static func == (one: Epoch, other: Epoch) -> Bool {
    one.generation == other.generation && one.number == other.number && one.batch == other.batch
      && one.before?.number == other.before?.number
  }
}
