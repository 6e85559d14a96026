/// Vigna's SplitMix64: a counter that grows by a fixed odd number, and a mixer of its bits.
///
/// Small, documented and the same on every machine, which is what counts here.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The generator of stream `index` of a family: its seed is output `index` of the family's own
  /// generator, which one multiplication finds without drawing those before it.
  init(seed: UInt64, stream index: UInt64) {
    var family = SplitMix64(seed: seed &+ index &* 0x9E37_79B9_7F4A_7C15)
    self.init(seed: family.next())
  }

  /// A whole number from 0 to `bound` − 1: the high half of a product. For bounds as small as ours
  /// no number is likelier than another by more than 2⁻⁵⁴.
  mutating func below(_ bound: UInt64) -> Int {
    Int(next().multipliedFullWidth(by: bound).high)
  }
}
