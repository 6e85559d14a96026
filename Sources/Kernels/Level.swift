import CProcessor

/// The instruction sets that the inner loops are compiled for, each one more than the one before.
package enum Level: String, CaseIterable, Hashable, Comparable, Sendable {
  /// What every processor of this kind has; works out the same numbers everywhere.
  case portable
  /// AVX2 and fused multiply-add.
  case v3
  /// AVX-512.
  case v4

  /// The most that this processor has.
  package static var best: Level {
    switch unroll_processor_level() {
    case 4...: .v4
    case 3: .v3
    default: .portable
    }
  }

  /// Whether this processor has the level's instructions.
  package var isAvailable: Bool { self <= .best }

  /// Whether one level asks less of the processor than another.
  package static func < (one: Level, other: Level) -> Bool {
    switch (one, other) {
    case (.portable, .v3), (.portable, .v4), (.v3, .v4): true
    default: false
    }
  }
}
