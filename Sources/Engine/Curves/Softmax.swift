import Kernels

/// The settings of a Softmax layer: eˣ over the sum of eˣ along the last axis, or over the timesteps, as
/// attention that is put together by hand has it.
package struct Softmax: CurveLayer {
  package static let kind = "Softmax"

  package var name: String
  /// The axis: −1 for the last; 1 for the timesteps, which −2 is too.
  package var axis = -1

  package init(name: String) { self.name = name }

  package var layer: Layer { Layer(of: self) }

  package static let settings: [LayerSetting<Softmax>] = [
    .integer("axis", \.axis, standard: -1)
  ]

  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    let input = try onlyInput(inputs)
    if input.rank == 3, isOverTimesteps { return LayerPlan(outputShape: input) }
    guard axis == -1 || axis == input.rank - 1 else {
      throw .setting(layer: name, setting: "axis", found: axis, range: -1 ... -1)
    }
    return LayerPlan(outputShape: input, isRowwise: true)
  }

  var isOverTimesteps: Bool { axis == 1 || axis == -2 }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    guard let timesteps = inputs[0].timesteps, isOverTimesteps else {
      return .output(runRows(of: inputs[0], count, on: desk))
    }
    let answers = (0..<count).map { place in
      var turned = Matrix(inputs[0].part(place, of: count)).turned
      turned.values.withUnsafeMutableBufferPointer { buffer in
        guard let start = buffer.baseAddress else { return }
        desk.kernels.softmax(
          MutableRows(start, stride: timesteps), rows: turned.rows, columns: timesteps)
      }
      return turned.turned
    }
    return .output(Flow(answers, isSequence: true, mask: inputs[0].mask))
  }

  func apply(to rows: MutableRows, rows count: Int, columns: Int, _ kernels: Kernels) {
    kernels.softmax(rows, rows: count, columns: columns)
  }
}
