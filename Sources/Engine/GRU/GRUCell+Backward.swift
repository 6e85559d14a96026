import Kernels

extension GRUCell {
  /// With ∂ for ∂loss/∂, and n for h₋·R_g + b′_g, which r resets:
  ///
  ///     ∂z = ∂h ⊙ (h₋ − g)    ∂g = ∂h ⊙ (1 − z)    each times its slope
  ///     ∂r = ∂g ⊙ n,          ∂n = ∂g ⊙ r            with `resetAfter`
  ///     ∂r = (∂g·R_gᵀ) ⊙ h₋                         without it
  ///     ∂h₋ = ∂h ⊙ z + ∂z·R_zᵀ + ∂r·R_rᵀ + what comes through g
  func stepBackward(_ step: CellStepBackward) {
    let units = weights.units
    let kernels = weights.kernels
    let before = step.statesBefore[0]
    let candidates = step.sumGradients.block(2, of: units)
    kernels.mixStatesBackward(
      share: step.gates, stateBefore: step.before[0], candidate: step.gates.block(2, of: units),
      hidden: step.states[0].read, forShare: step.sumGradients, forBefore: before,
      forCandidate: candidates, rows: step.rows, units: units)
    multiplyBySlopes(of: recurrentActivation, block: 0, in: step)
    multiplyBySlopes(of: activation, block: 2, in: step)
    let resets = step.sumGradients.block(1, of: units)
    resets.clear(rows: step.rows, columns: units)
    step.innerGradients.clear(rows: step.rows, columns: units)
    if resetAfter {
      goBackAfterProduct(step, candidates: candidates.read, resets: resets)
    } else {
      goBackBeforeProduct(step, candidates: candidates.read, resets: resets)
    }
    addThroughStates(step.sumGradients.read, columns: 0..<2 * units, to: before, step)
  }

  /// Where r multiplies what the product has become.
  private func goBackAfterProduct(
    _ step: CellStepBackward, candidates: Rows, resets: MutableRows
  ) {
    let units = weights.units
    let (kernels, rows) = (weights.kernels, step.rows)
    withUnsafeTemporaryAllocation(of: Float.self, capacity: rows * units) { space in
      guard let start = space.baseAddress else { return }
      let inner = MutableRows(start, stride: units)
      kernels.copyRows(
        Rows(weights.innerBias, stride: 0), to: inner, rows: rows, columns: units)
      weights.addStates(
        inner, before: step.before[0], rows: rows, columns: 2 * units..<3 * units)
      kernels.addProducts(
        of: candidates, and: inner.read, to: resets, rows: rows, columns: units)
    }
    multiplyBySlopes(of: recurrentActivation, block: 1, in: step)
    kernels.addProducts(
      of: candidates, and: step.gates.block(1, of: units), to: step.innerGradients, rows: rows,
      columns: units)
    addThroughStates(
      step.innerGradients.read, columns: 2 * units..<3 * units, to: step.statesBefore[0], step)
  }

  /// Where r multiplies what goes into the product.
  private func goBackBeforeProduct(
    _ step: CellStepBackward, candidates: Rows, resets: MutableRows
  ) {
    let units = weights.units
    let (kernels, rows) = (weights.kernels, step.rows)
    addThroughStates(candidates, columns: 2 * units..<3 * units, to: step.innerGradients, step)
    kernels.addProducts(
      of: step.innerGradients.read, and: step.before[0], to: resets, rows: rows, columns: units)
    multiplyBySlopes(of: recurrentActivation, block: 1, in: step)
    kernels.addProducts(
      of: step.innerGradients.read, and: step.gates.block(1, of: units),
      to: step.statesBefore[0], rows: rows, columns: units)
  }

  /// The candidate's sum has its part of the state reset.
  func enteredSums(_ inputs: Rows, before: Rows, gates: Rows, rows: Int) -> [Float] {
    let units = weights.units
    var sums = plainSums(inputs, before: before, rows: rows)
    sums.withRows(stride: weights.columns) { sums in
      let target = sums.block(2, of: units)
      weights.startSums(target, inputs: inputs, rows: rows, columns: 2 * units..<3 * units)
      addStates(
        before, through: gates.block(1, of: units), to: target, rows: rows, of: 0..<units)
    }
    return sums
  }

  func recurrentGradients(_ gathered: GatheredGradients) -> [String: [Float]] {
    let units = weights.units
    let columns = weights.columns
    let rows = gathered.rows
    // Each block of columns is the product of its own pair of rows: h₋, or r ⊙ h₋ before the product.
    var left = gathered.hiddenBefore
    var right = gathered.sums
    for row in 0..<rows {
      let (from, to) = (row * units, row * columns + 2 * units)
      for unit in 0..<units {
        if resetAfter {
          right[to + unit] = gathered.inner[from + unit]
        } else {
          left[from + unit] *= gathered.gates[row * columns + units + unit]
        }
      }
    }
    var kernel = transposedProduct(
      gathered.hiddenBefore, right, rows: units, columns: columns, depth: rows, weights.kernels)
    let bias = rowSums(gathered.sums, columns: columns, weights.kernels)
    if resetAfter {
      return [
        "recurrent_kernel": kernel,
        "bias": bias + rowSums(right, columns: columns, weights.kernels),
      ]
    }
    let reset = transposedProduct(
      left, right, rows: units, columns: columns, depth: rows, weights.kernels)
    for row in 0..<units {
      let range = row * columns + 2 * units..<(row + 1) * columns
      kernel.replaceSubrange(range, with: reset[range])
    }
    return ["recurrent_kernel": kernel, "bias": bias]
  }
}
