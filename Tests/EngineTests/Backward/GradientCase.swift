import Engine

/// A small network whose gradients are held against finite differences.
struct GradientCase: Sendable, CustomStringConvertible {
  let description: String
  let network: NetworkDescription
  var interventions = Interventions.none
  var isTraining = false
  /// Observations side by side.
  var count = 2
  /// Which timesteps of the first input are all zeros, for layers that skip them.
  var zeros: [[Int]] = []
  /// How long an input of open length is.
  var timesteps = 4

  static let all = recurrent + others + merging

  init(
    _ name: String, _ layers: [any LayerSettings], features: Int = 3,
    under interventions: Interventions = .none
  ) {
    self.init(
      name, input: InputLayer(timesteps: nil, features: features),
      graph: layers.map { Layer($0) })
    self.interventions = interventions
  }

  init(_ name: String, input: InputLayer, graph layers: [Layer]) {
    description = name
    network = NetworkDescription(input: input, layers: layers)
  }

  func with(_ change: (inout GradientCase) -> Void) -> GradientCase {
    var copy = self
    change(&copy)
    return copy
  }

  /// The same where some timesteps are skipped.
  func skipping(_ zeros: [[Int]] = [[1], [2, 3]]) -> GradientCase { with { $0.zeros = zeros } }

  func observations(_ chance: inout SplitMix64) -> [Observation] {
    (0..<count).map { place in
      let all = network.inputs.enumerated().map { number, input in
        observation(
          of: input, without: number == 0 && place < zeros.count ? zeros[place] : [], &chance)
      }
      var first = all[0]
      first.beside = Array(all.dropFirst())
      return first
    }
  }

  private func observation(
    of input: InputLayer, without zeros: [Int], _ chance: inout SplitMix64
  ) -> Observation {
    let rows = input.hasTimesteps ? input.timesteps ?? timesteps : 1
    let values = (0..<rows * input.features).map { place -> Float in
      let drawn = chance.nextFraction()
      if zeros.contains(place / input.features) { return 0 }
      return input.hasFeatures ? Float(drawn * 3 - 1.5) : Float(1 + Int(drawn * 4))
    }
    return Observation(timesteps: rows, features: input.features, values: values)
  }

  /// Weights that are all of about one size, so that none hides behind another.
  func weights(_ chance: inout SplitMix64) -> [String: Tensor] {
    var weights: [String: Tensor] = [:]
    for shape in network.plan().layers.flatMap(\.weightShapes) {
      let isVariance = shape.name == "moving_variance"
      let count = shape.dimensions.reduce(1, *)
      weights[shape.key] = Tensor(
        shape: shape.dimensions,
        values: (0..<count).map { _ in
          let drawn = chance.nextFraction()
          return Float(isVariance ? 0.5 + drawn : drawn * 1.6 - 0.8)
        })
    }
    return weights
  }
}

/// A layer after `change`.
func made<Settings: LayerSettings>(
  _ settings: Settings, _ change: (inout Settings) -> Void
) -> Settings {
  var settings = settings
  change(&settings)
  return settings
}
