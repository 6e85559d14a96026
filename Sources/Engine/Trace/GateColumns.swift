import Synchronization

/// The gates of a run that were looked at, over all of its timesteps.
///
/// A screen asks for the gates of the same few units in every frame, and only the timestep moves. So
/// where a run is short, those of the units around are worked out once and kept; of a long run what
/// is asked for is worked out.
final class GateColumns: Sendable {
  /// The most timesteps of a run whose gates are kept.
  static let mostTimesteps = 256
  /// The most units that are a few.
  static let mostUnits = 64
  /// The units that are worked out together, as many as the kernels take at once.
  private static let width = 16
  /// The most columns that are kept, 4 MiB; then the oldest goes.
  static let mostColumns = 256

  /// Units of one gate of a layer.
  struct Key: Equatable {
    let gate: QuantityName
    let layer: Int
    let units: Range<Int>
  }

  private let kept = Mutex<[(key: Key, values: [Float])]>([])

  /// Whether a gate is kept where so many units of it are asked for. One whose sum needs another gate of all
  /// units would have that worked out again for each column.
  static func keeps(_ gate: LayerQuantity, of units: Int, timesteps: Int) -> Bool {
    if case .before = gate.sum?.reset { return false }
    return timesteps <= mostTimesteps && units <= mostUnits
  }

  /// The columns in which units of a layer of `count` stand.
  static func columns(around units: Range<Int>, of count: Int) -> [Range<Int>] {
    stride(from: units.lowerBound / width * width, to: units.upperBound, by: width).map {
      $0..<min($0 + width, count)
    }
  }

  /// What is kept of a gate's units, `[timesteps, units]`; worked out where it is not there.
  func values(of key: Key, _ compute: () -> [Float]) -> [Float] {
    if let known = kept.withLock({ $0.first { $0.key == key } }) { return known.values }
    // Not under the lock: two that ask at once work out the same numbers, and one of them is kept.
    let values = compute()
    kept.withLock { kept in
      guard !kept.contains(where: { $0.key == key }) else { return }
      if kept.count == Self.mostColumns { kept.removeFirst() }
      kept.append((key, values))
    }
    return values
  }
}
