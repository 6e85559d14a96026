/// A layer that makes one number of all that a window holds of a feature.
protocol PoolingLayer: ComputingLayer {
  var poolSize: Int { get }
  /// How far the window moves; 0 for as far as it is long.
  var strides: Int { get }
  var padding: Window.Padding { get }

  /// What becomes of the numbers of one feature, at least one.
  static func pooled(_ numbers: [Float]) -> Float
  /// How much of a change of each number gets through.
  static func slopes(_ numbers: [Float]) -> [Float]
}

extension PoolingLayer {
  var window: Window {
    Window(size: poolSize, stride: strides == 0 ? poolSize : strides, padding: padding)
  }

  package func planned(after inputs: [Shape], lostBy: String?) throws(EngineError) -> LayerPlan {
    let (input, features) = try sequence(inputs, lostBy: lostBy)
    try check("pool_size", poolSize, in: 1...1_000_000)
    try check("strides", strides, in: 0...1_000_000)
    return LayerPlan(outputShape: try windowed(input, window, width: features))
  }

  func run(_ inputs: [Flow], of count: Int, on desk: Desk) -> LayerRecord {
    let flow = inputs[0]
    let (timesteps, width) = (flow.rows, flow.width)
    let rows = window.rows(of: timesteps) ?? 0
    var values: [Float] = []
    values.reserveCapacity(count * rows * width)
    for observation in 0..<count {
      for row in 0..<rows {
        let starts = window.timesteps(of: row, in: timesteps).map {
          (observation * timesteps + $0) * width
        }
        for feature in 0..<width {
          values.append(Self.pooled(starts.map { flow.values[$0 + feature] }))
        }
      }
    }
    return .output(Flow(values: values, timesteps: rows, width: width, mask: nil))
  }
}
