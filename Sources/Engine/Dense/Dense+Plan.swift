extension Dense {
  /// The layer behind an input of `(None, features)` or `(None, timesteps, features)`.
  package func planned(after input: Shape, lostBy: String?) throws(EngineError) -> PlannedLayer {
    guard units > 0 else { throw .units(layer: name, found: units) }
    guard let features = input.features else {
      preconditionFailure("every layer hands on a known number of features")
    }
    let weights = checked(features, .product, units)
    guard let total = useBias ? checked(weights, .sum, units) : weights,
      total <= PlannedLayer.mostParameters
    else { throw .tooManyParameters(layer: name) }
    var weightShapes = [
      WeightShape(layer: name, name: "kernel", dimensions: [features, units])
    ]
    if useBias {
      weightShapes.append(WeightShape(layer: name, name: "bias", dimensions: [units]))
    }
    return PlannedLayer(
      layer: .dense(self), inputShape: input,
      outputShape: Shape(input.dimensions.dropLast() + [units]), stateShapes: [],
      weightShapes: weightShapes,
      parameters: ParameterCount(
        total: total,
        derivation: useBias ? "\(features)·\(units) + \(units)" : "\(features)·\(units)"))
  }
}
