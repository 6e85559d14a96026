/// The settings of a Permute layer: the axes in another order, timesteps and features in each other's
/// place.
package struct Permute: ComputingLayer {
  package static let kind = "Permute"

  package var name: String
  /// The axes in their new order, counted from 1: `2, 1`.
  package var axes: [Int] = []

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<Permute>] = [.integers("dims", \.axes, standard: nil)]

  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    let input = try onlyInput(inputs)
    guard axes.sorted() == Array(1..<max(input.rank, 1)) else {
      throw .reshape(layer: name, from: input, to: axes)
    }
    return LayerPlan(outputShape: Shape([input.dimensions[0]] + axes.map { input.dimensions[$0] }))
  }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    var flow = inputs[0]
    flow.mask = nil
    guard axes == [2, 1], let timesteps = flow.timesteps else { return .output(flow) }
    let width = flow.width
    var turned = flow.values
    for observation in 0..<count {
      let start = observation * timesteps * width
      for timestep in 0..<timesteps {
        for feature in 0..<width {
          turned[start + feature * timesteps + timestep] =
            flow.values[start + timestep * width + feature]
        }
      }
    }
    flow = Flow(values: turned, timesteps: width, width: timesteps, mask: nil)
    return .output(flow)
  }
}
