/// The settings of a PReLU layer: x, and below 0 a slope that was learnt for each feature, or for each
/// feature at each timestep.
package struct PReLU: ComputingLayer {
  package static let kind = "PReLU"

  package var name: String
  /// The axes that share a slope, 1 for the timesteps.
  package var sharedAxes: [Int] = []

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<PReLU>] = [
    .integers("shared_axes", \.sharedAxes, standard: [])
  ]

  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    let input = try onlyInput(inputs)
    var dimensions: [Int] = []
    for (axis, length) in input.dimensions.enumerated().dropFirst() {
      if sharedAxes.contains(axis) {
        dimensions.append(1)
      } else if let length {
        dimensions.append(length)
      } else {
        throw .openWidth(layer: name, found: input)
      }
    }
    guard let total = Tensor.count(of: dimensions), total <= PlannedLayer.mostParameters else {
      throw .tooManyParameters(layer: name)
    }
    return LayerPlan(
      outputShape: input,
      weightShapes: [WeightShape(layer: name, name: "alpha", dimensions: dimensions)],
      parameters: ParameterCount(
        total: total, derivation: dimensions.map(String.init).joined(separator: "·")),
      isRowwise: input.rank == 2 || dimensions[0] == 1)
  }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    var flow = inputs[0]
    let slopes = desk.weights["alpha"] ?? []
    for place in flow.values.indices where flow.values[place] < 0 {
      flow.values[place] *= slopes[slope(of: place, in: flow, slopes.count)]
    }
    return .output(flow)
  }

  /// Which of `count` slopes a number has: one for all features, one for each, or one for each number of
  /// an observation.
  func slope(of place: Int, in flow: Flow, _ count: Int) -> Int {
    sharedAxes.contains(2) ? place / flow.width % count : place % count
  }
}
