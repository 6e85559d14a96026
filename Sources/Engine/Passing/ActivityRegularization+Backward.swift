extension ActivityRegularization {
  /// Nothing: what it would add to the loss is no part of ours.
  func noise(for flow: Flow, of count: Int, _ chance: inout SplitMix64) -> Noise? { nil }
}
