extension Bidirectional {
  /// What both handed on gets its part of each row; that of the layer that reads backwards is turned round
  /// as its output was.
  func backward(_ step: BackwardStep) -> LayerGradients {
    let forward = step.inputs[0]
    let backward = step.inputs[1].turnedRound(of: step.count)
    let gradient = step.output
    var parts: [[Float]]
    switch mergeMode {
    case .concatenated: parts = gradient.parted(into: [forward.width, backward.width])
    case .sum: parts = [gradient, gradient]
    case .average:
      let half = gradient.map { $0 / 2 }
      parts = [half, half]
    case .product:
      parts = [gradient.times(backward.values), gradient.times(forward.values)]
    }
    var turned = backward
    turned.values = parts[1]
    return LayerGradients(inputs: [parts[0], turned.turnedRound(of: step.count).values])
  }
}

extension [Float] {
  /// The products with another list, number by number.
  func times(_ other: [Float]) -> [Float] { zip(self, other).map { $0 * $1 } }

  /// Rows that stand one behind the other, parted into rows of these widths.
  func parted(into widths: [Int]) -> [[Float]] {
    let width = widths.reduce(0, +)
    var offset = 0
    return widths.map { part in
      defer { offset += part }
      return stride(from: offset, to: count, by: width).flatMap { self[$0..<$0 + part] }
    }
  }
}
