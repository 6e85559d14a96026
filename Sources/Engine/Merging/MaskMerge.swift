/// Which timesteps count where several sequences meet.
package enum MaskMerge: String, CaseIterable, Hashable, Sendable {
  /// Those that count in any of them, and all where one has no mask: so has Keras 3 from 3.4 on, which
  /// also keeps out of products and of the largest and smallest numbers what is skipped.
  case any
  /// Those that count in all that have a mask, as in Keras 2.
  case all
  /// All of them: a bare operation, `a + b`, hands on no mask.
  case none

  /// The mask behind flows of the same rows.
  func mask(of flows: [Flow]) -> [Bool]? {
    let masks = flows.compactMap(\.mask)
    guard let first = masks.first else { return nil }
    switch self {
    case .none: return nil
    case .any:
      guard masks.count == flows.count else { return nil }
      return masks.dropFirst().reduce(first) { zip($0, $1).map { $0 || $1 } }
    case .all: return masks.dropFirst().reduce(first) { zip($0, $1).map { $0 && $1 } }
    }
  }
}

/// What becomes of numbers at a timestep that is skipped, where layers of Keras 3 meet number by number.
enum SkippedNumbers {
  /// They are taken like all others.
  case taken
  /// They are 1, and what all skip is 0.
  case one
  /// They are those of what else meets there.
  case other
}
