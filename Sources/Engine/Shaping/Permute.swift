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
    return .output(isTurning && flow.timesteps != nil ? turned(flow, of: count) : flow)
  }

  /// Whether the axes change their places at all.
  var isTurning: Bool { axes == [2, 1] }

  /// Timesteps and features in each other's place.
  func turned(_ flow: Flow, of count: Int) -> Flow {
    Flow(
      (0..<count).map { Matrix(flow.part($0, of: count)).turned }, isSequence: true)
  }
}
