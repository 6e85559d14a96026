import CProcessor

/// The instruction sets that the inner loops are compiled for.
package enum Level: String, CaseIterable, Hashable, Sendable {
  /// What every processor of this kind has; works out the same numbers everywhere.
  case portable
  /// AVX2 and fused multiply-add.
  case v3
  /// AVX-512.
  case v4

  /// Whether this processor has the level's instructions.
  package var isAvailable: Bool {
    switch self {
    case .portable: true
    case .v3: unroll_processor_level() >= 3
    case .v4: unroll_processor_level() >= 4
    }
  }

  /// The best level that this processor has.
  static var best: Level { allCases.last(where: \.isAvailable) ?? .portable }
}
