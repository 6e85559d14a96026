import Kernels

/// A GRU layer at work, for any number of observations side by side.
///
/// With x the timestep's features, h₋ the state before it, and each weight's columns in the order z, r,
/// g (Cho et al. 2014, and with `resetAfter` as cuDNN has it):
///
///     z = σ(x·K_z + h₋·R_z + b_z + b′_z)          update gate
///     r = σ(x·K_r + h₋·R_r + b_r + b′_r)          reset gate
///     g = φ(x·K_g + b_g + r ⊙ (h₋·R_g + b′_g))   candidate, with `resetAfter`
///     g = φ(x·K_g + b_g + (r ⊙ h₋)·R_g)          candidate, without it, where there is no b′
///     h = z ⊙ h₋ + (1 − z) ⊙ g                   hidden state
struct GRUCell: RecurrentCell {
  let weights: CellWeights
  let activation: Curve
  let recurrentActivation: Curve
  /// What the layer says of r.
  let resetGate: LayerQuantity
  let resetAfter: Bool

  var units: Int { weights.units }
  /// The first column of the candidate.
  private var candidate: Int { 2 * units }

  func step(
    _ sums: MutableRows, from before: CellStatesBefore, to after: CellStates.Place, rows: Int,
    clamp: ((MutableRows, Range<Int>) -> Void)?
  ) {
    let kernels = weights.kernels
    let (update, reset) = (sums, MutableRows(sums.start + units, stride: sums.stride))
    let new = MutableRows(sums.start + candidate, stride: sums.stride)
    if let hiddenBefore = before[0] {
      weights.addStates(sums, before: hiddenBefore, rows: rows, columns: 0..<candidate)
    }
    kernels.apply(recurrentActivation, to: update, rows: rows, columns: candidate)
    clamp?(sums, 0..<2)
    addStates(
      before[0], through: Rows(reset.start, stride: reset.stride), to: new, rows: rows,
      of: 0..<units)
    kernels.apply(activation, to: new, rows: rows, columns: units)
    clamp?(sums, 2..<3)
    kernels.mixStates(
      share: Rows(update.start, stride: update.stride), before: before.orZeros(0),
      candidate: Rows(new.start, stride: new.stride), hiddenState: after[0], rows: rows,
      units: units)
  }

  func recompute(
    _ gate: LayerQuantity, at timesteps: Range<Int>, of units: Range<Int>, into box: MutableRows,
    from run: FinishedRun
  ) {
    guard gate.sum?.reset != nil else {
      recomputeSum(gate, at: timesteps, of: units, into: box, from: run)
      return
    }
    weights.startSums(
      box,
      inputs: weights.rows(
        run.inputs, from: timesteps.lowerBound, of: run.timesteps, run.isBackwards),
      rows: timesteps.count, columns: candidate + units.lowerBound..<candidate + units.upperBound)
    // Before the product every unit's r counts, behind it those of the box.
    let needed = resetAfter ? units : 0..<self.units
    withUnsafeTemporaryAllocation(
      of: Float.self, capacity: timesteps.count * needed.count
    ) { resets in
      guard let start = resets.baseAddress else { return }
      let reset = MutableRows(start, stride: needed.count)
      recomputeSum(resetGate, at: timesteps, of: needed, into: reset, from: run)
      func add(_ stretch: Range<Int>, _ before: Rows?) {
        let row = stretch.lowerBound - timesteps.lowerBound
        addStates(
          before, through: Rows(reset.row(row), stride: reset.stride),
          to: MutableRows(box.row(row), stride: box.stride), rows: stretch.count, of: units)
      }
      var next = timesteps.lowerBound
      for stretch in run.stretches(of: timesteps) where !stretch.isEmpty {
        if next < stretch.lowerBound { add(next..<stretch.lowerBound, nil) }
        run.withHidden(before: stretch.lowerBound, units: self.units) { add(stretch, $0) }
        next = stretch.upperBound
      }
      if next < timesteps.upperBound { add(next..<timesteps.upperBound, nil) }
    }
    weights.kernels.apply(activation, to: box, rows: timesteps.count, columns: units.count)
    run.changes?.clamp(box, of: gate, timesteps: timesteps, units: units, kernels: weights.kernels)
  }

  /// What the candidate reads of the state before: sums += r ⊙ (h₋·R + b′) or (r ⊙ h₋)·R, for some
  /// units. `reset` has those units, or all where r comes before the product.
  func addStates(
    _ before: Rows?, through reset: Rows, to sums: MutableRows, rows: Int, of units: Range<Int>
  ) {
    let columns = candidate + units.lowerBound..<candidate + units.upperBound
    let kernels = weights.kernels
    if resetAfter {
      withUnsafeTemporaryAllocation(of: Float.self, capacity: rows * units.count) { inner in
        guard let start = inner.baseAddress else { return }
        let inner = MutableRows(start, stride: units.count)
        kernels.copyRows(
          Rows(weights.innerBias + units.lowerBound, stride: 0), to: inner, rows: rows,
          columns: units.count)
        if let before { weights.addStates(inner, before: before, rows: rows, columns: columns) }
        kernels.addProducts(
          of: reset, and: Rows(start, stride: units.count), to: sums, rows: rows,
          columns: units.count)
      }
    } else if let before {
      withUnsafeTemporaryAllocation(of: Float.self, capacity: rows * self.units) { scaled in
        guard let start = scaled.baseAddress else { return }
        scaled.initialize(repeating: 0)
        kernels.addProducts(
          of: reset, and: before, to: MutableRows(start, stride: self.units), rows: rows,
          columns: self.units)
        weights.addStates(
          sums, before: Rows(start, stride: self.units), rows: rows, columns: columns)
      }
    }
  }
}

extension GRU: SteppingLayer {
  func cell(_ weights: CellWeights) -> any RecurrentCell {
    guard let activation = activation.curve, let recurrentActivation = recurrentActivation.curve,
      let resetGate = quantity(.resetGate)
    else { preconditionFailure("a planned GRU has no softmax") }
    return GRUCell(
      weights: weights, activation: activation, recurrentActivation: recurrentActivation,
      resetGate: resetGate, resetAfter: resetAfter)
  }

  /// The second bias of z and r adds to the first, that of g stands within the reset.
  func biases(_ bias: [Float]) -> (start: [Float], inner: [Float]) {
    guard resetAfter else { return (bias, []) }
    let columns = 3 * units
    guard bias.count == 2 * columns else { return (bias, [Float](repeating: 0, count: units)) }
    let start = (0..<columns).map { $0 < 2 * units ? bias[$0] + bias[columns + $0] : bias[$0] }
    return (start, Array(bias[columns + 2 * units..<2 * columns]))
  }
}
