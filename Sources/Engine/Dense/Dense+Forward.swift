import Kernels

extension Dense: ComputingLayer {
  /// y = φ(x·K + b) for every row, whatever axes they come from.
  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    var flow = inputs[0]
    let rows = count * flow.rows
    let kernels = desk.kernels
    flow.values = flow.values.withUnsafeBufferPointer { inputs in
      written(rows * units) { start in
        guard let inputs = inputs.baseAddress else { return }
        let sums = MutableRows(start, stride: units)
        desk.weights.bias.withUnsafeBufferPointer { bias in
          desk.weights.kernel.withUnsafeBufferPointer { kernel in
            guard let bias = bias.baseAddress, let kernel = kernel.baseAddress else { return }
            kernels.copyRows(Rows(bias, stride: 0), to: sums, rows: rows, columns: units)
            kernels.addProduct(
              of: Rows(inputs, stride: flow.width), and: Rows(kernel, stride: units), to: sums,
              rows: rows, columns: units, depth: flow.width)
          }
        }
        kernels.apply(activation, to: sums, rows: rows, columns: units)
      }
    }
    flow.width = units
    return .output(flow)
  }
}

extension Kernels {
  /// An activation of some rows; softmax ties each row together.
  func apply(_ activation: Activation, to rows: MutableRows, rows count: Int, columns: Int) {
    if let curve = activation.curve {
      apply(curve, to: rows, rows: count, columns: columns)
    } else {
      softmax(rows, rows: count, columns: columns)
    }
  }
}

/// A list of so many numbers, all of which `fill` writes.
func written(_ count: Int, _ fill: (UnsafeMutablePointer<Float>) -> Void) -> [Float] {
  [Float](unsafeUninitializedCapacity: count) { buffer, initialised in
    initialised = count
    if let start = buffer.baseAddress { fill(start) }
  }
}
