/// The settings of a Reshape layer: the same numbers in the same order along other axes.
package struct Reshape: ComputingLayer {
  package static let kind = "Reshape"

  package var name: String
  /// The lengths of the axes without the batch; one of them may be −1, which takes what is left.
  package var targetShape: [Int] = []

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<Reshape>] = [
    .integers("target_shape", \.targetShape, standard: nil)
  ]

  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    let input = try onlyInput(inputs)
    guard (1...2).contains(targetShape.count), targetShape.filter({ $0 == -1 }).count <= 1,
      targetShape.allSatisfy({ $0 == -1 || $0 > 0 })
    else { throw .reshape(layer: name, from: input, to: targetShape) }
    guard let known = Tensor.count(of: targetShape.filter { $0 > 0 }) else {
      throw .tooManyParameters(layer: name)
    }
    let lengths = input.dimensions.dropFirst()
    guard !lengths.contains(nil) else {
      // Of an open number of rows only the number of new rows can stay open.
      guard targetShape.count == 2, targetShape[0] == -1,
        (Tensor.count(of: lengths.compactMap(\.self)) ?? 0) % known == 0
      else { throw .openWidth(layer: name, found: input) }
      return LayerPlan(outputShape: Shape([input.dimensions[0], nil, targetShape[1]]))
    }
    guard let count = Tensor.count(of: lengths.compactMap(\.self)) else {
      throw .tooManyParameters(layer: name)
    }
    guard targetShape.contains(-1) ? count % known == 0 : count == known else {
      throw .reshape(layer: name, from: input, to: targetShape)
    }
    return LayerPlan(
      outputShape: Shape(
        [input.dimensions[0]] + targetShape.map { $0 == -1 ? count / known : $0 }))
  }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    let flow = inputs[0]
    let numbers = flow.rows * flow.width
    let known = targetShape.filter { $0 > 0 }.reduce(1, *)
    let lengths = targetShape.map { $0 == -1 ? numbers / known : $0 }
    return .output(
      Flow(
        values: flow.values, timesteps: lengths.count == 2 ? lengths[0] : nil,
        width: lengths[lengths.count - 1], mask: nil))
  }
}
