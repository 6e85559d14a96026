extension LSTM {
  /// The layer behind an input of `(None, timesteps, features)`.
  func planned(after input: Shape, lostBy: String?) throws(EngineError) -> PlannedLayer {
    guard units > 0 else { throw .units(layer: name, found: units) }
    if activation == .softmax { throw .softmaxInLSTM(layer: name, setting: "activation") }
    if recurrentActivation == .softmax {
      throw .softmaxInLSTM(layer: name, setting: "recurrent_activation")
    }
    guard input.rank == 3, let features = input.features else {
      throw .rank(layer: name, expected: 3, found: input, lostBy: lostBy)
    }
    // 4·((n + m)·m + m): four sums, each over n features and m hidden states, each with a bias.
    let widths = checked(features, .sum, units)
    let weights = checked(widths, .product, units)
    let each = useBias ? checked(weights, .sum, units) : weights
    guard let total = checked(each, .product, 4), total <= PlannedLayer.mostParameters else {
      throw .tooManyParameters(layer: name)
    }
    let product = "(\(features) + \(units))·\(units)"
    var weightShapes = [
      WeightShape(layer: name, name: "kernel", dimensions: [features, 4 * units]),
      WeightShape(layer: name, name: "recurrent_kernel", dimensions: [units, 4 * units]),
    ]
    if useBias {
      weightShapes.append(WeightShape(layer: name, name: "bias", dimensions: [4 * units]))
    }
    let last = Shape([input.dimensions[0], units])
    return PlannedLayer(
      layer: .lstm(self), inputShape: input,
      outputShape: returnSequences
        ? Shape([input.dimensions[0], input.dimensions[1], units]) : last,
      stateShapes: returnState ? [last, last] : [],
      weightShapes: weightShapes,
      parameters: ParameterCount(
        total: total, derivation: useBias ? "4·(\(product) + \(units))" : "4·(\(product))"))
  }
}
