import Kernels

/// A layer that puts each number through a curve, or each row through softmax.
protocol CurveLayer: ComputingLayer {
  /// Puts `rows` rows of `columns` numbers through it.
  func apply(to rows: MutableRows, rows count: Int, columns: Int, _ kernels: Kernels)
}

extension CurveLayer {
  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    LayerPlan(outputShape: try onlyInput(inputs), isRowwise: true)
  }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    .output(runRows(of: inputs[0], count, on: desk))
  }

  /// What some observations become, row by row.
  func runRows(of flow: Flow, _ count: Int, on desk: Desk) -> Flow {
    var flow = flow
    let rows = count * flow.rows
    let width = flow.width
    flow.values.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      apply(to: MutableRows(start, stride: width), rows: rows, columns: width, desk.kernels)
    }
    return flow
  }
}

/// A curve that is bent at some numbers, applied one number at a time.
protocol BentLayer: CurveLayer {
  /// The curve.
  func value(_ number: Float) -> Float
  /// How steep it is there; at a bend as on the lower side, as Keras has it.
  func slope(_ number: Float) -> Float
}

extension BentLayer {
  func apply(to rows: MutableRows, rows count: Int, columns: Int, _ kernels: Kernels) {
    for row in 0..<count {
      let start = rows.row(row)
      for column in 0..<columns { start[column] = value(start[column]) }
    }
  }
}
