import Engine

extension SplitMix64 {
  /// The generator of stream `index` of a family: its seed is output `index` of the family's own
  /// generator, which one multiplication finds without drawing those before it.
  package init(seed: UInt64, stream index: UInt64) {
    var family = SplitMix64(seed: seed &+ index &* 0x9E37_79B9_7F4A_7C15)
    self.init(seed: family.next())
  }

  /// A whole number from 0 to `bound` − 1: the high half of a product. For bounds as small as ours
  /// no number is likelier than another by more than 2⁻⁵⁴.
  package mutating func below(_ bound: UInt64) -> Int {
    Int(next().multipliedFullWidth(by: bound).high)
  }
}
