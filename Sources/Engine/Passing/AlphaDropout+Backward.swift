extension AlphaDropout {
  /// selu's limit far below 0.
  private static let lowest = -1.758_099_340_847_376_6

  /// What does not stay becomes `lowest`; then all are scaled and moved so that mean and variance remain
  /// (Klambauer 2017).
  func noise(for flow: Flow, of count: Int, _ chance: inout SplitMix64) -> Noise? {
    guard rate > 0 else { return nil }
    let lowest = Self.lowest
    let factor = 1 / ((1 - rate) * (1 + rate * lowest * lowest)).squareRoot()
    let offset = -factor * lowest * rate
    let kept = chance.kept(flow.values.count, rate: rate)
    return Noise(
      factors: kept.map { $0 ? Float(factor) : 0 },
      addends: kept.map { Float($0 ? offset : factor * lowest + offset) })
  }
}
