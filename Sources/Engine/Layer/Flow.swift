/// What some observations side by side are between two layers.
struct Flow: Sendable {
  /// `[observations, timesteps, width]`, or `[observations, width]` where `timesteps` is nil.
  var values: [Float]
  var timesteps: Int?
  var width: Int
  /// Which timesteps count, `[observations, timesteps]`; nil where all do.
  var mask: [Bool]?

  /// The rows of one observation.
  var rows: Int { timesteps ?? 1 }

  /// The shape of one observation.
  var shape: [Int] { timesteps.map { [$0, width] } ?? [width] }

  /// What belongs to one of `count` observations.
  func part(_ place: Int, of count: Int) -> Flow {
    if count == 1 { return self }
    var part = self
    let length = values.count / count
    part.values = Array(values[place * length..<(place + 1) * length])
    if let mask {
      let length = mask.count / count
      part.mask = Array(mask[place * length..<(place + 1) * length])
    }
    return part
  }

  /// One observation so many times.
  func repeated(_ count: Int) -> Flow {
    if count == 1 { return self }
    var all = self
    all.values = Array([[Float]](repeating: values, count: count).joined())
    all.mask = mask.map { Array([[Bool]](repeating: $0, count: count).joined()) }
    return all
  }

  /// One row of one observation, as a layer that reads no sequence takes it.
  func row(_ row: Int) -> Flow {
    Flow(
      values: Array(values[row * width..<(row + 1) * width]), timesteps: nil, width: width,
      mask: nil)
  }
}

extension Flow {
  /// An observation on its way into the first layer.
  init(_ observation: Observation, hasTimesteps: Bool) {
    self.init(
      values: observation.values, timesteps: hasTimesteps ? observation.timesteps : nil,
      width: observation.features, mask: nil)
  }
}
