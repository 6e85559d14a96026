import Synchronization

/// The gates of a run that were looked at, over all of its timesteps.
///
/// A screen asks for the gates of the same few units in every frame, and only the timestep moves. So
/// where a run is short, those of the units around are worked out once and kept; of a long run what
/// is asked for is worked out.
final class GateColumns: Sendable {
  /// The most timesteps of a run whose gates are kept.
  static let timesteps = 256
  /// The most units that are a few: those of a whole map are looked at once.
  static let units = 64
  /// The units that are worked out together, as many as the kernels take at once.
  private static let width = 16

  private struct Entry {
    let gate: QuantityName
    let layer: Int
    let first: Int
    let values: [Float]
  }

  /// Few: they are looked for one by one.
  private let kept = Mutex<[Entry]>([])

  /// The columns in which units of a layer of `count` stand.
  static func columns(around units: Range<Int>, of count: Int) -> [Range<Int>] {
    stride(from: units.lowerBound / width * width, to: units.upperBound, by: width).map {
      $0..<min($0 + width, count)
    }
  }

  /// A gate of the units of some columns, `[timesteps, units]`; worked out where it is asked for first.
  func values(
    of gate: QuantityName, layer: Int, _ columns: Range<Int>, _ compute: () -> [Float]
  ) -> [Float] {
    let known = kept.withLock { kept in
      kept.first { $0.first == columns.lowerBound && $0.layer == layer && $0.gate == gate }
    }
    if let known { return known.values }
    // Not under the lock: two that ask at once work out the same numbers.
    let values = compute()
    kept.withLock {
      $0.append(Entry(gate: gate, layer: layer, first: columns.lowerBound, values: values))
    }
    return values
  }
}
