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
struct LSTMCell: RecurrentCell {
  let weights: CellWeights
  let activation: Curve
  let recurrentActivation: Curve

  func step(
    _ sums: MutableRows, from before: CellStatesBefore, to after: CellStates.Place, rows: Int,
    clamp: ((MutableRows, Range<Int>) -> Void)?
  ) {
    let units = weights.units
    let kernels = weights.kernels
    let (hiddenState, cellState) = (after[0], after[1])
    if clamp == nil, activation == .tanh, recurrentActivation == .sigmoid,
      let recurrentKernel = weights.recurrentPanels
    {
      return kernels.stepGates(
        sums, hiddenBefore: before[0], cellBefore: before.orZeros(1), hiddenState: hiddenState,
        cellState: cellState, recurrentKernel: recurrentKernel, rows: rows)
    }
    if let hiddenBefore = before[0] {
      weights.addStates(sums, before: hiddenBefore, rows: rows, columns: 0..<4 * units)
    }
    apply(recurrentActivation, toBlock: 0, of: sums, rows)
    apply(recurrentActivation, toBlock: 1, of: sums, rows)
    apply(activation, toBlock: 2, of: sums, rows)
    apply(recurrentActivation, toBlock: 3, of: sums, rows)
    clamp?(sums, 0..<4)
    let gates = Rows(sums.start, stride: sums.stride)
    kernels.updateCellState(
      gates: gates, before: before.orZeros(1), cellState: cellState, rows: rows, units: units)
    kernels.copyRows(
      Rows(cellState.start, stride: cellState.stride), to: hiddenState, rows: rows,
      columns: units)
    kernels.apply(activation, to: hiddenState, rows: rows, columns: units)
    kernels.showCellState(gates: gates, hiddenState: hiddenState, rows: rows, units: units)
  }

  private func apply(_ curve: Curve, toBlock block: Int, of sums: MutableRows, _ rows: Int) {
    let gate = MutableRows(sums.start + block * weights.units, stride: sums.stride)
    weights.kernels.apply(curve, to: gate, rows: rows, columns: weights.units)
  }
}

extension LSTM: SteppingLayer {
  var hasFourGates: Bool { true }

  /// o = 0 makes h = 0.
  static let showing: QuantityName? = .outputGate

  func cell(_ weights: CellWeights) -> any RecurrentCell {
    guard let activation = activation.curve, let recurrentActivation = recurrentActivation.curve
    else { preconditionFailure("a planned LSTM has no softmax") }
    return LSTMCell(
      weights: weights, activation: activation, recurrentActivation: recurrentActivation)
  }

  /// Bias zero, with `unit_forget_bias` one in the forget gate's slots.
  func fresh(_ weight: WeightShape, _ initialiser: inout Initialiser) -> Tensor {
    guard weight.name == "bias" else { return initialiser.usual(weight) }
    var bias = Tensor(filled: 0, shape: weight.dimensions)
    if unitForgetBias {
      bias.values.replaceSubrange(units..<2 * units, with: repeatElement(1, count: units))
    }
    return bias
  }
}
