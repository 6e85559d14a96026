import Kernels

/// An LSTM layer at work, for any number of observations side by side.
///
/// With x the timestep's features, h₋ and c₋ the states before it, and each weight's columns in the
/// order i, f, g, o (Hochreiter and Schmidhuber 1997, with the forget gate of Gers 2000):
///
///     i = σ(x·Kᵢ + h₋·Rᵢ + bᵢ)      input gate
///     f = σ(x·K_f + h₋·R_f + b_f)    forget gate
///     g = φ(x·K_g + h₋·R_g + b_g)    cell candidate
///     o = σ(x·Kₒ + h₋·Rₒ + bₒ)      output gate
///     c = f ⊙ c₋ + i ⊙ g             cell state
///     h = o ⊙ φ(c)                   hidden state
///
/// Every sum starts at b, takes the features in order and then the hidden states in order. So a gate
/// worked out alone, later, is the same to the last bit.
struct LSTMCell {
  let units: Int
  let features: Int
  let activation: Curve
  let recurrentActivation: Curve
  let kernel: Rows
  let recurrentKernel: Rows
  /// One row of 4·units, zeros for a layer without bias.
  let bias: UnsafePointer<Float>
  let kernels: Kernels

  /// The part of the sums that needs no state: sums = b + x·K, for `rows` timesteps in one product.
  ///
  /// `columns` are those of the weights, all 4·units or one block or one column of them.
  func startSums(_ sums: MutableRows, inputs: Rows, rows: Int, columns: Range<Int>) {
    kernels.copyRows(
      Rows(bias + columns.lowerBound, stride: 0), to: sums, rows: rows, columns: columns.count)
    kernels.addProduct(
      of: inputs, and: Rows(kernel.start + columns.lowerBound, stride: kernel.stride), to: sums,
      rows: rows, columns: columns.count, depth: features)
  }

  /// The part that does: sums += h₋·R. A state that is zero adds nothing.
  func addStates(_ sums: MutableRows, before: Rows, rows: Int, columns: Range<Int>) {
    kernels.addProduct(
      of: before,
      and: Rows(recurrentKernel.start + columns.lowerBound, stride: recurrentKernel.stride),
      to: sums, rows: rows, columns: columns.count, depth: units)
  }

  /// One timestep of `rows` observations: `gates` holds b + x·K at first, the gates at the end.
  ///
  /// `hiddenBefore` is `nil` where that state is zero. `clamp` may put other values over the gates
  /// before they are used.
  func step(
    gates: MutableRows, hiddenBefore: Rows?, cellBefore: Rows, cellState: MutableRows,
    hiddenState: MutableRows, rows: Int, clamp: (MutableRows) -> Void
  ) {
    if let hiddenBefore {
      addStates(gates, before: hiddenBefore, rows: rows, columns: 0..<4 * units)
    }
    apply(recurrentActivation, .inputGate, gates, rows)
    apply(recurrentActivation, .forgetGate, gates, rows)
    apply(activation, .cellCandidate, gates, rows)
    apply(recurrentActivation, .outputGate, gates, rows)
    clamp(gates)
    let finished = Rows(gates.start, stride: gates.stride)
    kernels.updateCellState(
      gates: finished, before: cellBefore, cellState: cellState, rows: rows, units: units)
    kernels.copyRows(
      Rows(cellState.start, stride: cellState.stride), to: hiddenState, rows: rows,
      columns: units)
    kernels.apply(activation, to: hiddenState, rows: rows, columns: units)
    kernels.showCellState(gates: finished, hiddenState: hiddenState, rows: rows, units: units)
  }

  /// The curve of a gate.
  func curve(of gate: LSTMQuantity) -> Curve {
    gate == .cellCandidate ? activation : recurrentActivation
  }

  private func apply(_ curve: Curve, _ gate: LSTMQuantity, _ gates: MutableRows, _ rows: Int) {
    let block = MutableRows(gates.start + (gate.block ?? 0) * units, stride: gates.stride)
    kernels.apply(curve, to: block, rows: rows, columns: units)
  }
}
