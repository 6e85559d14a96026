/// The settings of a RepeatVector layer: one row so many times, as a sequence.
package struct RepeatVector: ComputingLayer {
  package static let kind = "RepeatVector"

  package var name: String
  /// How many timesteps it makes.
  package var count = 1

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<RepeatVector>] = [
    .integer("n", \.count, standard: nil)
  ]

  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    let input = try onlyInput(inputs)
    guard input.rank == 2 else {
      throw .rank(layer: name, expected: 2, found: input, lostBy: nil)
    }
    try check("n", count, in: 1...1_000_000)
    return LayerPlan(outputShape: Shape([input.dimensions[0], count, try features(of: input)]))
  }

  func run(_ inputs: [Flow], of observations: Int, on desk: Desk) -> LayerRecord {
    let flow = inputs[0]
    var values: [Float] = []
    values.reserveCapacity(flow.values.count * count)
    for observation in 0..<observations {
      let row = flow.values[observation * flow.width..<(observation + 1) * flow.width]
      for _ in 0..<count { values += row }
    }
    return .output(Flow(values: values, timesteps: count, width: flow.width, mask: nil))
  }
}
