/// The settings of an Average layer: the mean of what it reads, number by number.
package struct Average: MergingLayer {
  package static let kind = "Average"

  package var name: String
  package var masks = MaskMerge.any

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  static func merge(_ one: Float, _ other: Float) -> Float { one + other }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    var sum = Add(name: name)
    sum.masks = masks
    guard case .output(var flow) = sum.run(inputs, of: count, on: desk) else {
      preconditionFailure("a sum is an output")
    }
    for place in flow.values.indices { flow.values[place] /= Float(inputs.count) }
    return .output(flow)
  }
}
