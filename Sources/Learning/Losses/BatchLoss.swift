import Engine

extension Loss {
  /// Where the way back of one observation starts: ∂loss/∂ what left the network, or with `isBeforeCurve`
  /// the sums before its last curve.
  package func start(
    of pass: TrainingPass, target: [Float]
  ) -> (gradient: [Float], isBeforeCurve: Bool) {
    let rows = Double(pass.output.values.count / (pass.output.shape.last ?? 1))
    let lost = BatchLoss(of: pass, self, targets: target, weights: [1], rows: rows)
    return (lost.gradient, lost.isBeforeCurve)
  }
}

/// What a batch lost, and where the way back starts.
struct BatchLoss {
  /// The sum over the rows that count, each by its weight.
  var sum = 0.0
  /// ∂loss/∂ what left the network, or the sums before its last curve.
  var gradient: [Float] = []
  /// Whether it is of the sums.
  var isBeforeCurve = false

  /// The loss of a pass; the gradient is that of the sum over `rows`, whatever part of them this is.
  ///
  /// `targets` are those of its observations one behind the other, `weights` how much each observation
  /// counts.
  init(
    of pass: TrainingPass, _ loss: Loss, targets: [Float], weights: [Float], rows: Double
  ) {
    let output = pass.output
    let units = output.shape.last ?? 1
    let width = loss.targets(for: units)
    let sums = loss.curve == pass.lastCurve ? pass.lastSums : nil
    isBeforeCurve = sums != nil
    let each = output.values.count / units / weights.count
    gradient.reserveCapacity(output.values.count)
    for row in 0..<output.values.count / units {
      let weight = Double(weights[row / each])
      guard pass.outputMask?[row] != false else {
        gradient += repeatElement(0, count: units)
        continue
      }
      let range = row * units..<(row + 1) * units
      let found = loss.row(
        output.values[range], sums: sums.map { $0[range] },
        target: targets[row * width..<(row + 1) * width])
      sum += weight * found.loss
      gradient += found.gradient.map { Float($0 * weight / rows) }
    }
  }
}
