@_exported import KernelLoops

extension Kernels {
  /// sums[r, n] += left[r, k] · right[k, n], for `rows` × `depth` and `depth` × `columns`, every
  /// number added up with k ascending.
  package func addProduct(
    of left: Rows, and right: Rows, to sums: MutableRows, rows: Int, columns: Int, depth: Int
  ) {
    addProduct(left, right, sums, rows, columns, depth)
  }

  /// sums[r, n] += left[k, r] · right[k, n], for `depth` × `rows` and `depth` × `columns`, every
  /// number added up with k ascending.
  package func addTransposedProduct(
    of left: Rows, and right: Rows, to sums: MutableRows, rows: Int, columns: Int, depth: Int
  ) {
    // Vectors, so that it starts where a line of the cache does.
    let vectors = transposedProductSpace(rows: rows) / 16
    withUnsafeTemporaryAllocation(of: SIMD16<Float>.self, capacity: vectors) { space in
      guard let start = UnsafeMutableRawPointer(space.baseAddress) else { return }
      addTransposedProduct(
        left, right, sums, rows, columns, depth, start.assumingMemoryBound(to: Float.self))
    }
  }

  /// sums += left · kernel for the four gates of an LSTM, a row of `sums` i, f, g, o; to the last bit
  /// what `addProduct` gives.
  package func addGateProduct(
    of left: Rows, and kernel: GatePanels, to sums: MutableRows, rows: Int
  ) {
    addGateProduct(left, kernel, sums, rows)
  }

  /// One timestep of an LSTM with tanh and sigmoid: `sums` holds b + x·K at first, i, f, g and o at
  /// the end. `hiddenBefore` is nil where it is zero.
  package func stepGates(
    _ sums: MutableRows, hiddenBefore: Rows?, cellBefore: Rows, hiddenState: MutableRows,
    cellState: MutableRows, recurrentKernel: GatePanels, rows: Int
  ) {
    stepGates(sums, hiddenBefore, cellBefore, hiddenState, cellState, recurrentKernel, rows)
  }

  /// Puts `columns` numbers of each row through a curve, in place.
  package func apply(_ curve: Curve, to numbers: MutableRows, rows: Int, columns: Int) {
    if numbers.stride == columns {
      apply(curve, numbers, 1, rows * columns)
    } else {
      apply(curve, numbers, rows, columns)
    }
  }

  /// Turns each row into parts of one: eˣ over the sum of eˣ.
  package func softmax(_ numbers: MutableRows, rows: Int, columns: Int) {
    softmax(numbers, rows, columns)
  }

  /// c = f ⊙ c₋ + i ⊙ g for each row, where a row of `gates` is i, f, g, o, of `units` numbers each.
  package func updateCellState(
    gates: Rows, before: Rows, cellState: MutableRows, rows: Int, units: Int
  ) {
    updateCellState(gates, before, cellState, rows, units)
  }

  /// h = o ⊙ φ(c) for each row, where `hiddenState` holds φ(c) at first.
  package func showCellState(gates: Rows, hiddenState: MutableRows, rows: Int, units: Int) {
    showCellState(gates, hiddenState, rows, units)
  }

  /// target += left ⊙ right for each row.
  package func addProducts(
    of left: Rows, and right: Rows, to target: MutableRows, rows: Int, columns: Int
  ) {
    addProducts(left, right, target, rows, columns)
  }

  /// h = z ⊙ h₋ + (1 − z) ⊙ g for each row: a share of the state before, the rest of the candidate.
  package func mixStates(
    share: Rows, before: Rows, candidate: Rows, hiddenState: MutableRows, rows: Int, units: Int
  ) {
    mixStates(share, before, candidate, hiddenState, rows, units)
  }

  /// Copies rows of `columns` numbers; a stride of 0 in `source` repeats one row.
  package func copyRows(_ source: Rows, to target: MutableRows, rows: Int, columns: Int) {
    copyRows(source, target, rows, columns)
  }
}
