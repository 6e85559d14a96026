/// The settings of a Flatten layer: the rows of a sequence one after another in one row.
package struct Flatten: ComputingLayer {
  package static let kind = "Flatten"

  package var name: String

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    let input = try onlyInput(inputs)
    var width: Int? = 1
    for length in input.dimensions.dropFirst() {
      guard let length else { throw .openWidth(layer: name, found: input) }
      width = checked(width, .product, length)
    }
    guard let width else { throw .tooManyParameters(layer: name) }
    return LayerPlan(
      outputShape: Shape([input.dimensions[0], width]), isRowwise: input.rank == 2)
  }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    let flow = inputs[0]
    return .output(
      Flow(values: flow.values, timesteps: nil, width: flow.rows * flow.width, mask: nil))
  }
}
