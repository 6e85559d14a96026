extension GaussianNoise {
  func noise(for flow: Flow, of count: Int, _ chance: inout SplitMix64) -> Noise? {
    guard deviation > 0 else { return nil }
    return Noise(addends: chance.normal(flow.values.count, deviation: deviation))
  }
}
