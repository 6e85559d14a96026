import Engine

/// The network of the question that the tutor began with.
let seedNetwork = NetworkDescription(
  input: InputLayer(timesteps: 50, features: 10),
  layers: [
    Layer(LSTM(name: "lstm1", units: 128, returnSequences: true)),
    Layer(LSTM(name: "lstm2", units: 64)),
    Layer(Dense(name: "dense1", units: 128, activation: .relu)),
    Layer(Dense(name: "dense2", units: 64, activation: .relu)),
    Layer(Dense(name: "output", units: 1, activation: .sigmoid)),
  ])

/// An odd little network: widths that are no multiple of any vector's, both directions.
let oddNetwork = NetworkDescription(
  input: InputLayer(timesteps: nil, features: 3),
  layers: [
    Layer(LSTM(name: "there", units: 7, returnSequences: true)),
    Layer(Dense(name: "between", units: 5, activation: .softsign)),
    Layer(LSTM(name: "back", units: 19, returnSequences: true, goBackwards: true)),
    Layer(Dense(name: "parts", units: 3, activation: .softmax)),
  ])

/// An observation of numbers between −2 and 2 drawn from a seed.
func observation(_ timesteps: Int, _ features: Int, seed: UInt64) -> Observation {
  var chance = SplitMix64(seed: seed)
  return Observation(
    timesteps: timesteps, features: features,
    values: (0..<timesteps * features).map { _ in Float(chance.nextFraction() * 4 - 2) })
}

extension NetworkDescription {
  /// The same with the settings of one LSTM changed.
  func changing(_ name: String, _ change: (inout LSTM) -> Void) -> NetworkDescription {
    var copy = self
    for (index, layer) in layers.enumerated() {
      if var settings = layer.settings as? LSTM, settings.name == name {
        change(&settings)
        copy.layers[index] = Layer(settings)
      }
    }
    return copy
  }
}
