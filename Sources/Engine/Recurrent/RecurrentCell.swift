import Kernels

/// A recurrent layer's step, for any number of observations side by side.
protocol RecurrentCell {
  /// The weights it works with.
  var weights: CellWeights { get }

  /// One timestep of `rows` observations: `sums` holds b + x·K at first, the gates at the end.
  ///
  /// `before` are the states as they enter the timestep, `after` the states that it makes. `clamp` may
  /// put other values over the gates of some blocks, to be asked before these are used; nil where
  /// nothing is changed.
  func step(
    _ sums: MutableRows, from before: CellStatesBefore, to after: CellStates.Place, rows: Int,
    clamp: ((MutableRows, Range<Int>) -> Void)?
  )

  /// One gate of some units at some timesteps, worked out again from what was read and from the
  /// states before, to the last bit as `step` had it; `box` is `[timesteps, units]` without gaps.
  func recompute(
    _ gate: LayerQuantity, at timesteps: Range<Int>, of units: Range<Int>, into box: MutableRows,
    from run: FinishedRun)

  /// One timestep on the way back: turns the gradients of the states as they left into those of the states
  /// as they entered, and of the sums.
  func stepBackward(_ step: CellStepBackward)

  /// What entered the curves of the gates, `[rows, columns]`, for `rows` timesteps.
  func enteredSums(_ inputs: Rows, before: Rows, gates: Rows, rows: Int) -> [Float]

  /// The gradients of the weights beside the kernel, by their names.
  func recurrentGradients(_ gathered: GatheredGradients) -> [String: [Float]]
}

extension RecurrentCell {
  func recompute(
    _ gate: LayerQuantity, at timesteps: Range<Int>, of units: Range<Int>, into box: MutableRows,
    from run: FinishedRun
  ) {
    recomputeSum(gate, at: timesteps, of: units, into: box, from: run)
  }

  /// φ(b + x·K + h₋·R), which is what most gates are.
  func recomputeSum(
    _ gate: LayerQuantity, at timesteps: Range<Int>, of units: Range<Int>, into box: MutableRows,
    from run: FinishedRun
  ) {
    guard let sum = gate.sum, let curve = sum.activation.curve else {
      preconditionFailure("a gate is the curve of a sum")
    }
    let offset = sum.block * weights.units
    let columns = offset + units.lowerBound..<offset + units.upperBound
    weights.startSums(
      box,
      inputs: weights.rows(
        run.inputs, from: timesteps.lowerBound, of: run.timesteps, run.isBackwards),
      rows: timesteps.count, columns: columns)
    for stretch in run.stretches(of: timesteps) {
      run.withHidden(before: stretch.lowerBound, units: weights.units) { before in
        weights.addStates(
          MutableRows(box.row(stretch.lowerBound - timesteps.lowerBound), stride: box.stride),
          before: before, rows: stretch.count, columns: columns)
      }
    }
    weights.kernels.apply(curve, to: box, rows: timesteps.count, columns: units.count)
    run.changes?.clamp(
      box, of: gate, timesteps: timesteps, units: units, kernels: weights.kernels)
  }
}
