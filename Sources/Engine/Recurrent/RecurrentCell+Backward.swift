import Kernels

extension RecurrentCell {
  func enteredSums(_ inputs: Rows, before: Rows, gates: Rows, rows: Int) -> [Float] {
    plainSums(inputs, before: before, rows: rows)
  }

  func recurrentGradients(_ gathered: GatheredGradients) -> [String: [Float]] {
    [
      "recurrent_kernel": transposedProduct(
        gathered.hiddenBefore, gathered.sums, rows: weights.units, columns: weights.columns,
        depth: gathered.rows, weights.kernels),
      "bias": rowSums(gathered.sums, columns: weights.columns, weights.kernels),
    ]
  }

  /// The curves' sums, which only some curves need on the way back: b + x·K + h₋·R for all rows.
  func plainSums(_ inputs: Rows, before: Rows, rows: Int) -> [Float] {
    var sums = [Float](repeating: 0, count: rows * weights.columns)
    sums.withRows(stride: weights.columns) { target in
      weights.startSums(target, inputs: inputs, rows: rows, columns: 0..<weights.columns)
      weights.addStates(target, before: before, rows: rows, columns: 0..<weights.columns)
    }
    return sums
  }

  /// gradients *= φ′ for one block of columns of a timestep.
  func multiplyBySlopes(of curve: Curve, block: Int, in step: CellStepBackward) {
    let numbers = curve.slopeNeedsSum ? step.sums ?? step.gates : step.gates
    let offset = block * weights.units
    let target = MutableRows(step.sumGradients.start + offset, stride: step.sumGradients.stride)
    weights.kernels.multiplyBySlopes(
      of: curve, at: Rows(numbers.start + offset, stride: numbers.stride), to: target,
      rows: step.rows, columns: weights.units)
    step.release?(target, block..<block + 1)
  }

  /// target = gradients · Rᵀ for some columns of the sums.
  func addThroughStates(
    _ gradients: Rows, columns: Range<Int>, to target: MutableRows, _ step: CellStepBackward
  ) {
    step.recurrentKernel.addProduct(
      of: gradients, columns, to: target, rows: step.rows, weights.kernels)
  }
}

extension MutableRows {
  /// The same place, to be read.
  var read: Rows { Rows(start, stride: stride) }

  /// Puts every number of some rows to 0.
  func clear(rows: Int, columns: Int) {
    for row in 0..<rows { self.row(row).update(repeating: 0, count: columns) }
  }

  /// The columns of one block.
  func block(_ block: Int, of units: Int) -> MutableRows {
    MutableRows(start + block * units, stride: stride)
  }
}

extension Rows {
  /// The columns of one block.
  func block(_ block: Int, of units: Int) -> Rows { Rows(start + block * units, stride: stride) }
}
