import Kernels

/// A SimpleRNN layer at work, for any number of observations side by side (Elman 1990):
///
///     h = φ(x·K + h₋·R + b)
struct SimpleRNNCell: RecurrentCell {
  let weights: CellWeights
  let activation: Curve

  func step(
    _ sums: MutableRows, from before: CellStatesBefore, to after: CellStates.Place, rows: Int,
    clamp: ((MutableRows, Range<Int>) -> Void)?
  ) {
    let units = weights.units
    if let hiddenBefore = before[0] {
      weights.addStates(sums, before: hiddenBefore, rows: rows, columns: 0..<units)
    }
    weights.kernels.apply(activation, to: sums, rows: rows, columns: units)
    clamp?(sums, 0..<1)
    weights.kernels.copyRows(
      Rows(sums.start, stride: sums.stride), to: after[0], rows: rows, columns: units)
  }
}

extension SimpleRNN: SteppingLayer {
  func cell(_ weights: CellWeights) -> any RecurrentCell {
    guard let activation = activation.curve else {
      preconditionFailure("a planned SimpleRNN has no softmax")
    }
    return SimpleRNNCell(weights: weights, activation: activation)
  }
}
