import Engine
import Foundation

/// What a Dense layer reads at a timestep, and what it makes of it.
///
/// Behind a sequence it reads that timestep of it. Behind a recurrent layer that hands on its last
/// state alone it has read nothing before the end: there it is what the layer would make of the state
/// of that timestep.
package struct DenseReading: Sendable {
  /// The layer's settings, and its place in the network.
  package let settings: Dense
  package let layer: Int
  /// The timestep whose numbers these are.
  package let timestep: Int
  /// The recurrent layer whose state has not been handed on yet at this timestep; nil where the
  /// numbers are what the network itself reads.
  package let awaited: Int?
  /// What is read, `[features]`.
  package let inputs: [Float]
  /// What leaves, `[units]`: the network's own numbers.
  package let outputs: [Float]
  /// The weighted sums, `[units]`, in double precision; each is added up as `DenseSum` does it.
  package let sums: [Double]

  private let kernel: [Float]
  private let bias: [Float]?

  /// The reading of a layer at a timestep that has been read; nil for a layer that is not Dense.
  package init?(_ trace: Trace, layer: Int, timestep: Int) {
    let layers = trace.network.plan.layers
    guard layers.indices.contains(layer),
      let settings = layers[layer].layer.settings as? Dense,
      let kernel = trace.network.weights["\(settings.name)/kernel"]?.values
    else { return nil }
    self.settings = settings
    self.layer = layer
    self.timestep = timestep
    self.kernel = kernel
    bias = settings.useBias ? trace.network.weights["\(settings.name)/bias"]?.values : nil
    let isSequence = layers[layer].inputShape.rank == 3
    let recurrent = trace.network.plan.readLayer.flatMap { $0 < layer ? $0 : nil }
    let last = trace.input.timesteps - 1
    // What hangs on the whole sequence is not there before its end.
    if !isSequence, recurrent == nil, timestep < last, layers.contains(where: \.layer.isRecurrent) {
      return nil
    }
    if !isSequence, let recurrent, timestep < last {
      awaited = recurrent
      let head = trace.head(readAt: timestep)
      let before = layers[layer].before ?? recurrent
      inputs =
        before == recurrent
        ? trace.values(.hiddenState, layer: recurrent, timestep: timestep)
        : head[before - recurrent - 1]
      outputs = head[layer - recurrent - 1]
    } else {
      awaited = nil
      inputs = trace.read(by: layer, at: isSequence ? timestep : 0)
      let all = trace.output(layer)?.values ?? []
      let rows = all.count / settings.units
      let start = isSequence ? min(timestep, rows - 1) * settings.units : 0
      outputs = Array(all[start..<start + settings.units])
    }
    sums = Self.sums(inputs, kernel, bias, units: settings.units)
  }

  /// One unit's sum, term by term.
  package func sum(of unit: Int) -> DenseSum {
    DenseSum(
      terms: inputs.enumerated().map { place, value in
        Ledger.Term(
          value: Double(value), weight: Double(kernel[place * settings.units + unit]))
      },
      bias: bias.map { Double($0[unit]) })
  }

  /// What softmax sets a unit's sum against: the logarithm of what e to the power of all the other
  /// sums comes to. Minus infinity where there are no others.
  package func rivals(of unit: Int) -> Double {
    var most = -Double.infinity
    for (other, sum) in sums.enumerated() where other != unit { most = max(most, sum) }
    guard most.isFinite else { return most }
    var total = 0.0
    for (other, sum) in sums.enumerated() where other != unit {
      total += exp(sum - most)
    }
    return most + log(total)
  }

  /// Row by row of the kernel, which is how it lies in memory.
  private static func sums(
    _ inputs: [Float], _ kernel: [Float], _ bias: [Float]?, units: Int
  ) -> [Double] {
    var sums = [Double](repeating: 0, count: units)
    kernel.withUnsafeBufferPointer { kernel in
      sums.withUnsafeMutableBufferPointer { sums in
        for (place, input) in inputs.enumerated() where input != 0 {
          let value = Double(input)
          let row = place * units
          for unit in 0..<units { sums[unit] += value * Double(kernel[row + unit]) }
        }
        if let bias { for unit in 0..<units { sums[unit] += Double(bias[unit]) } }
      }
    }
    return sums
  }
}
