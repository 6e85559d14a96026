/// The settings of a Masking layer: layers behind it skip a timestep all of whose features have one value.
package struct Masking: ComputingLayer {
  package static let kind = "Masking"

  package var name: String
  /// The value.
  package var maskValue = 0.0

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<Masking>] = [
    .number("mask_value", \.maskValue, standard: 0)
  ]

  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    LayerPlan(outputShape: try sequence(inputs, lostBy: lostBy).shape, isRowwise: true)
  }

  /// A timestep that is skipped leaves as zeros, as in Keras.
  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    var flow = inputs[0]
    let width = flow.width
    let value = Float(maskValue)
    let mask = (0..<count * flow.rows).map { row in
      flow.values[row * width..<(row + 1) * width].contains { $0 != value }
    }
    if value != 0 {
      for (row, counts) in mask.enumerated() where !counts {
        for place in row * width..<(row + 1) * width { flow.values[place] = 0 }
      }
    }
    if flow.timesteps != nil { flow.mask = mask }
    return .output(flow)
  }
}
