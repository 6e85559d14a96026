import Kernels

/// A small source of chance that is the same everywhere: SplitMix64 (Steele, Lea and Flood, "Fast
/// splittable pseudorandom number generators", 2014).
///
/// The state grows by the golden ratio's 64 bits; each number is that state with its bits mixed by two
/// multiplications and three shifts. The same seed gives the same numbers on every machine.
package struct SplitMix64: RandomNumberGenerator, Hashable, Sendable {
  /// Where it stands: a source that starts there draws the same. Lent to the loops that draw many numbers.
  package internal(set) var state: UInt64

  /// A source that starts at `seed`.
  package init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 { drawBits(&state) }

  /// The next number from 0 to below 1, a multiple of 2⁻⁵³.
  package mutating func nextFraction() -> Double { drawFraction(&state) }
}
