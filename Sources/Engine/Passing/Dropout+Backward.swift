extension Dropout {
  /// What stays is scaled so that the mean remains (Srivastava 2014).
  func noise(for flow: Flow, of count: Int, _ chance: inout SplitMix64) -> Noise? {
    guard rate > 0 else { return nil }
    let stays = Float(rate < 1 ? 1 / (1 - rate) : 0)
    return Noise(factors: chance.kept(flow.values.count, rate: rate).map { $0 ? stays : 0 })
  }
}
