import Kernels

extension SimpleRNNCell {
  /// ∂z = ∂h ⊙ φ′(z), ∂h₋ = ∂z·Rᵀ.
  func stepBackward(_ step: CellStepBackward) {
    let units = weights.units
    weights.kernels.copyRows(
      step.states[0].read, to: step.sumGradients, rows: step.rows, columns: units)
    multiplyBySlopes(of: activation, block: 0, in: step)
    step.statesBefore[0].clear(rows: step.rows, columns: units)
    addThroughStates(step.sumGradients.read, columns: 0..<units, to: step.statesBefore[0], step)
  }
}
