import Kernels

/// The settings of a Softmax layer: eˣ over the sum of eˣ along the last axis.
package struct Softmax: CurveLayer {
  package static let kind = "Softmax"

  package var name: String
  /// The axis, −1 for the last.
  package var axis = -1

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<Softmax>] = [
    .integer("axis", \.axis, standard: -1)
  ]

  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    let input = try onlyInput(inputs)
    guard axis == -1 || axis == input.rank - 1 else {
      throw .setting(layer: name, setting: "axis", found: axis, range: -1 ... -1)
    }
    return LayerPlan(outputShape: input, isRowwise: true)
  }

  func apply(to rows: MutableRows, rows count: Int, columns: Int, _ kernels: Kernels) {
    kernels.softmax(rows, rows: count, columns: columns)
  }
}
