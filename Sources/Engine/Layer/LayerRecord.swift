/// What one layer made of some observations of one length, as little as everything else can be worked
/// out from.
enum LayerRecord: Sendable {
  /// The states at every timestep in the order of processing, in the order in which the layer names
  /// them, each `[observations, timesteps, units]`.
  case states([[Float]])
  /// The output at every row, `[observations, rows, units]`.
  case output([Float])

  /// What the next layer can read of it: the hidden states, or the output.
  var shown: [Float] {
    switch self {
    case .states(let states): states[0]
    case .output(let values): values
    }
  }

  /// What belongs to one of `count` observations.
  func part(_ place: Int, of count: Int) -> LayerRecord {
    if count == 1 { return self }
    func part(_ values: [Float]) -> [Float] {
      let length = values.count / count
      return Array(values[place * length..<(place + 1) * length])
    }
    switch self {
    case .states(let states): return .states(states.map(part))
    case .output(let values): return .output(part(values))
    }
  }
}
