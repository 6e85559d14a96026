import Kernels

extension Conv1D: ComputingLayer {
  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    var flow = sums(of: inputs[0], count, on: desk)
    let rows = count * flow.rows
    flow.values.withRows(stride: filters) {
      desk.kernels.apply(activation, to: $0, rows: rows, columns: filters)
    }
    return .output(flow)
  }

  /// What enters the curve.
  func sums(of flow: Flow, _ count: Int, on desk: Desk) -> Flow {
    let timesteps = flow.rows
    guard let rows = window.rows(of: timesteps) else {
      preconditionFailure("a planned window fits into the sequence")
    }
    let size = timesteps * flow.width
    let values = flow.values.withUnsafeBufferPointer { inputs in
      written(count * rows * filters) { start in
        guard let inputs = inputs.baseAddress else { return }
        for observation in 0..<count {
          addUp(
            inputs + observation * size, timesteps: timesteps, rows: rows, features: flow.width,
            into: start + observation * rows * filters, on: desk)
        }
      }
    }
    return Flow(values: values, timesteps: rows, width: filters, mask: nil)
  }

  /// The sums of one observation: for each timestep of the window a product of the rows for which it
  /// lies within the sequence; beyond its ends are zeros, which add nothing.
  private func addUp(
    _ inputs: UnsafePointer<Float>, timesteps: Int, rows: Int, features: Int,
    into start: UnsafeMutablePointer<Float>, on desk: Desk
  ) {
    let kernels = desk.kernels
    let sums = MutableRows(start, stride: filters)
    let (read, made) = (features / groups, filters / groups)
    let (window, before) = (window, window.before(timesteps))
    desk.weights.kernel.withUnsafeBufferPointer { kernel in
      desk.weights.bias.withUnsafeBufferPointer { bias in
        guard let kernel = kernel.baseAddress, let bias = bias.baseAddress else { return }
        kernels.copyRows(Rows(bias, stride: 0), to: sums, rows: rows, columns: filters)
        for place in 0..<kernelSize {
          let reading = window.rows(reading: place, of: rows, in: timesteps)
          if reading.isEmpty { continue }
          let first = reading.lowerBound * strides - before + place * dilationRate
          for group in 0..<groups {
            kernels.addProduct(
              of: Rows(inputs + first * features + group * read, stride: strides * features),
              and: Rows(kernel + place * read * filters + group * made, stride: filters),
              to: MutableRows(
                start + reading.lowerBound * filters + group * made, stride: filters),
              rows: reading.count, columns: made, depth: read)
          }
        }
      }
    }
  }
}
