import Engine

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
  /// `targets` are those of its observations one behind the other, `weights` how much each row counts; none
  /// for 1.
  init(
    of answers: Answers, _ loss: Loss, targets: [Float], weights: [Float] = [], rows: Double
  ) {
    let units = answers.units
    let width = loss.targets(for: units)
    let sums = loss.curve == answers.lastCurve ? answers.lastSums : nil
    isBeforeCurve = sums != nil
    gradient.reserveCapacity(answers.output.values.count)
    for row in 0..<answers.rows {
      guard answers.mask?[row] != false else {
        gradient += repeatElement(0, count: units)
        continue
      }
      let weight = weights.isEmpty ? 1 : Double(weights[row])
      let range = row * units..<(row + 1) * units
      let found = loss.row(
        answers.output.values[range], sums: sums.map { $0[range] },
        target: targets[row * width..<(row + 1) * width])
      sum += weight * found.loss
      gradient += found.gradient.map { Float($0 * weight / rows) }
    }
  }
}
