extension SpatialDropout1D {
  /// As `Dropout`, drawn once for each feature of an observation (Tompson 2015).
  func noise(for flow: Flow, of count: Int, _ chance: inout SplitMix64) -> Noise? {
    guard rate > 0 else { return nil }
    let stays = Float(rate < 1 ? 1 / (1 - rate) : 0)
    let factors = (0..<count).flatMap { _ in
      let row = chance.kept(flow.width, rate: rate).map { $0 ? stays : 0 }
      return [[Float]](repeating: row, count: flow.rows).joined()
    }
    return Noise(factors: factors)
  }
}
