extension RecurrentLayer {
  /// The layer behind an input of `(None, timesteps, features)`, and initial states of `(None, units)`
  /// where other layers hand them over.
  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    guard let input = inputs.first else {
      throw .inputs(layer: name, expected: 1, found: 0)
    }
    guard units > 0 else { throw .units(layer: name, found: units) }
    for option in options where option.value == .activation(.softmax) {
      throw .softmaxInRecurrent(layer: name, setting: option.name, kind: Self.words)
    }
    guard input.rank == 3, let features = input.features else {
      throw .rank(layer: name, expected: 3, found: input, lostBy: lostBy)
    }
    let last = Shape([input.dimensions[0], units])
    guard inputs.count == 1 || inputs.count == 1 + states.count else {
      throw .inputs(layer: name, expected: 1 + states.count, found: inputs.count)
    }
    for state in inputs.dropFirst() where state.features != units || state.rank != 2 {
      throw .initialState(layer: name, expected: last, found: state)
    }
    // For LSTM 4·((n + m)·m + m): four sums, each over n features and m hidden states, each with a
    // bias.
    let count = sums.count
    let biases = useBias ? checked(biasesOfSum, .product, units) : 0
    let widths = checked(features, .sum, units)
    let weights = checked(widths, .product, units)
    let each = checked(weights, .sum, biases)
    guard let total = checked(each, .product, count), total <= PlannedLayer.mostParameters else {
      throw .tooManyParameters(layer: name)
    }
    let columns = count * units
    var weightShapes = [
      WeightShape(layer: name, name: "kernel", dimensions: [features, columns]),
      WeightShape(layer: name, name: "recurrent_kernel", dimensions: [units, columns]),
    ]
    if useBias {
      weightShapes.append(
        WeightShape(
          layer: name, name: "bias",
          dimensions: biasesOfSum == 1 ? [columns] : [biasesOfSum, columns]))
    }
    return LayerPlan(
      outputShape: returnSequences
        ? Shape([input.dimensions[0], input.dimensions[1], units]) : last,
      stateShapes: returnState ? states.map { _ in last } : [],
      weightShapes: weightShapes,
      parameters: ParameterCount(
        total: total, derivation: derivation(features: features, biases: useBias ? biasesOfSum : 0))
    )
  }

  /// How the parameters are counted, with so many biases for a sum of a unit:
  /// `4·((10 + 128)·128 + 128)`.
  package func derivation(features: Int, biases: Int) -> String {
    let product = "(\(features) + \(units))·\(units)"
    let sum =
      switch biases {
      case 0: product
      case 1: "\(product) + \(units)"
      default: "\(product) + \(biases)·\(units)"
      }
    return sums.count == 1 ? sum : "\(sums.count)·(\(sum))"
  }
}
