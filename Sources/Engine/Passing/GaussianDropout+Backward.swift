extension GaussianDropout {
  /// Factors around 1, as far from it as those of `Dropout` are: √(rate / (1 − rate)).
  func noise(for flow: Flow, of count: Int, _ chance: inout SplitMix64) -> Noise? {
    guard rate > 0 else { return nil }
    let deviation = (rate / (1 - rate)).squareRoot()
    return Noise(factors: chance.normal(flow.values.count, mean: 1, deviation: deviation))
  }
}
