import KernelLoops

// The way back: what turns ∂loss/∂ of results into ∂loss/∂ of what they were made of.

extension Kernels {
  /// gradients *= φ′ for each row, of what left the curve or, for a curve of `slopeNeedsSum`, of what
  /// entered it.
  package func multiplyBySlopes(
    of curve: Curve, at numbers: Rows, to gradients: MutableRows, rows: Int, columns: Int
  ) {
    if curve == .linear { return }
    multiplyBySlopes(curve, numbers, gradients, rows, columns)
  }

  /// The way back through a cell state, see `KernelLoops.updateCellStateBackward`.
  package func updateCellStateBackward(
    gates: Rows, shown: Rows, slopes: Rows, cellBefore: Rows, hidden: Rows, cell: MutableRows,
    gradients: MutableRows, before: MutableRows, rows: Int, units: Int
  ) {
    updateCellStateBackward(
      gates, shown, slopes, cellBefore, hidden, cell, gradients, before, rows, units)
  }

  /// The way back through a timestep of an LSTM with tanh and sigmoid, see `KernelLoops.stepGatesBackward`.
  package func stepGatesBackward(
    gates: Rows, cellBefore: Rows, cellState: Rows, hidden: Rows, cell: MutableRows,
    gradients: MutableRows, before: MutableRows, rows: Int, units: Int
  ) {
    stepGatesBackward(
      gates, cellBefore, cellState, hidden, cell, gradients, before, rows, units)
  }

  /// The way back through mixed states, see `KernelLoops.mixStatesBackward`.
  package func mixStatesBackward(
    share: Rows, stateBefore: Rows, candidate: Rows, hidden: Rows, forShare: MutableRows,
    forBefore: MutableRows, forCandidate: MutableRows, rows: Int, units: Int
  ) {
    mixStatesBackward(
      share, stateBefore, candidate, hidden, forShare, forBefore, forCandidate, rows, units)
  }

  /// target += the sum of all rows.
  package func addRows(_ numbers: Rows, to target: MutableRows, rows: Int, columns: Int) {
    addRows(numbers, target, rows, columns)
  }
}
