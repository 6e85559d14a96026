import Kernels

extension LSTMCell {
  /// With ∂ for ∂loss/∂, and ∂c with what comes through h:
  ///
  ///     ∂c += ∂h ⊙ o ⊙ φ′(c)      ∂c₋ = ∂c ⊙ f
  ///     ∂o = ∂h ⊙ φ(c)    ∂f = ∂c ⊙ c₋    ∂i = ∂c ⊙ g    ∂g = ∂c ⊙ i
  ///     ∂z = ∂gate ⊙ its slope             ∂h₋ = ∂z·Rᵀ
  func stepBackward(_ step: CellStepBackward) {
    let units = weights.units
    if step.release == nil, activation == .tanh, recurrentActivation == .sigmoid {
      weights.kernels.stepGatesBackward(
        gates: step.gates, cellBefore: step.before[1], cellState: step.after[1],
        hidden: step.states[0].read, cell: step.states[1], gradients: step.sumGradients,
        before: step.statesBefore[1], rows: step.rows, units: units)
    } else {
      goBackThroughCurves(step)
    }
    step.statesBefore[0].clear(rows: step.rows, columns: units)
    addThroughStates(
      step.sumGradients.read, columns: 0..<4 * units, to: step.statesBefore[0], step)
  }

  /// What comes before h₋, curve by curve.
  private func goBackThroughCurves(_ step: CellStepBackward) {
    let units = weights.units
    let kernels = weights.kernels
    let rows = step.rows
    withUnsafeTemporaryAllocation(of: Float.self, capacity: 2 * rows * units) { space in
      guard let start = space.baseAddress else { return }
      let shown = MutableRows(start, stride: units)
      let slopes = MutableRows(start + rows * units, stride: units)
      kernels.copyRows(step.after[1], to: shown, rows: rows, columns: units)
      kernels.apply(activation, to: shown, rows: rows, columns: units)
      slopes.start.update(repeating: 1, count: rows * units)
      kernels.multiplyBySlopes(
        of: activation, at: activation.slopeNeedsSum ? step.after[1] : shown.read, to: slopes,
        rows: rows, columns: units)
      kernels.updateCellStateBackward(
        gates: step.gates, shown: shown.read, slopes: slopes.read, cellBefore: step.before[1],
        hidden: step.states[0].read, cell: step.states[1], gradients: step.sumGradients,
        before: step.statesBefore[1], rows: rows, units: units)
    }
    multiplyBySlopes(of: recurrentActivation, block: 0, in: step)
    multiplyBySlopes(of: recurrentActivation, block: 1, in: step)
    multiplyBySlopes(of: activation, block: 2, in: step)
    multiplyBySlopes(of: recurrentActivation, block: 3, in: step)
  }
}
