/// A layer that makes one row of a whole sequence.
protocol GlobalPoolingLayer: ComputingLayer {
  /// Whether one timestep stays, so that a sequence of one row leaves.
  var keepDims: Bool { get }

  /// What becomes of the numbers of one feature at all timesteps; `counts` says which of them count,
  /// all where it is nil.
  static func pooled(_ numbers: [Float], where counts: ArraySlice<Bool>?) -> Float
  /// How much of a change of each number gets through.
  static func slopes(_ numbers: [Float], where counts: ArraySlice<Bool>?) -> [Float]
}

extension GlobalPoolingLayer {
  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    let (input, features) = try sequence(inputs, lostBy: lostBy)
    return LayerPlan(
      outputShape: Shape([input.dimensions[0]] + (keepDims ? [1] : []) + [features]))
  }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    let flow = inputs[0]
    let (timesteps, width) = (flow.rows, flow.width)
    var values: [Float] = []
    values.reserveCapacity(count * width)
    for observation in 0..<count {
      let counts = flow.mask?[observation * timesteps..<(observation + 1) * timesteps]
      for feature in 0..<width {
        values.append(
          Self.pooled(
            (0..<timesteps).map {
              flow.values[(observation * timesteps + $0) * width + feature]
            }, where: counts))
      }
    }
    return .output(
      Flow(values: values, timesteps: keepDims ? 1 : nil, width: width, mask: nil))
  }
}
