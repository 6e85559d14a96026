extension Dense {
  /// The layer behind an input of `(None, features)` or `(None, timesteps, features)`.
  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    let input = try onlyInput(inputs)
    guard units > 0 else { throw .units(layer: name, found: units) }
    let features = try features(of: input)
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
    return LayerPlan(
      outputShape: Shape(input.dimensions.dropLast() + [units]), weightShapes: weightShapes,
      parameters: ParameterCount(
        total: total,
        derivation: useBias ? "\(features)·\(units) + \(units)" : "\(features)·\(units)"),
      isRowwise: true)
  }
}
