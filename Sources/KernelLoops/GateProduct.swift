/// sums += left · kernel for the four gates, where a row of `sums` is i, f, g, o, of as many numbers as
/// the layer has units; to the last bit what `addProduct` gives.
@inlinable @inline(__always)
public func addGateProduct<Six: Lanes, Two: Lanes, One: Lanes, Rule: Rounding>(
  _ rule: Rule.Type, _ six: Six.Type, _ two: Two.Type, _ one: One.Type, of left: Rows,
  and kernel: GatePanels, to sums: MutableRows, rows: Int
) {
  var unit = 0
  while unit < kernel.units {
    addGateProduct(rule, six, two, one, left, kernel, sums, rows, unit)
    unit += 16
  }
}

/// The same for 16 units from `unit` on, or as many as there are.
@inlinable @inline(__always)
func addGateProduct<Six: Lanes, Two: Lanes, One: Lanes, Rule: Rounding>(
  _ rule: Rule.Type, _ six: Six.Type, _ two: Two.Type, _ one: One.Type, _ left: Rows,
  _ kernel: GatePanels, _ sums: MutableRows, _ rows: Int, _ unit: Int
) {
  let count = kernel.units - unit
  let left = LeftMatrix(left.start, row: left.stride, depth: 1)
  let sums = MutableRows(sums.start + unit, stride: sums.stride)
  if count >= 16 {
    return addPanel(
      rule, six, two, one, left,
      RightMatrix(kernel.panel(unit), stride: 16, apart: 16 * kernel.depth), sums,
      apart: kernel.units, rows: rows, columns: 64, depth: kernel.depth)
  }
  var block = 0
  while block < 4 {
    addNarrowColumns(
      rule, left, Rows(kernel.panel(unit) + block * count * kernel.depth, stride: count),
      MutableRows(sums.start + block * kernel.units, stride: sums.stride), rows, 0, count,
      kernel.depth)
    block += 1
  }
}

/// One timestep of an LSTM with the usual curves, for `rows` observations side by side.
///
/// `sums` holds b + x·K at first and i, f, g and o at the end; `hiddenBefore` is nil where it is zero.
/// The products of 16 units and what is made of them come one after the other: so the sums are still in
/// the cache. To the last bit it is `addProduct`, `apply`, `updateCellState` and `showCellState`.
@inlinable @inline(__always)
public func stepGates<Six: Lanes, Two: Lanes, One: Lanes, Rule: Rounding>(
  _ rule: Rule.Type, _ six: Six.Type, _ two: Two.Type, _ one: One.Type, _ sums: MutableRows,
  hiddenBefore: Rows?, cellBefore: Rows, hiddenState: MutableRows, cellState: MutableRows,
  recurrentKernel: GatePanels, rows: Int
) {
  let units = recurrentKernel.units
  var unit = 0
  while unit < units {
    if let hiddenBefore {
      addGateProduct(rule, six, two, one, hiddenBefore, recurrentKernel, sums, rows, unit)
    }
    let count = units - unit
    var row = 0
    while row < rows {
      let gate = sums.row(row) + unit
      let inputGate = logistic(rule, load(gate, count))
      let forgetGate = logistic(rule, load(gate + units, count))
      let cellCandidate = hyperbolicTangent(rule, load(gate + 2 * units, count))
      let outputGate = logistic(rule, load(gate + 3 * units, count))
      let old = load(cellBefore.row(row) + unit, count)
      let cell = Rule.add(forgetGate, old, to: inputGate * cellCandidate)
      store(inputGate, gate, count)
      store(forgetGate, gate + units, count)
      store(cellCandidate, gate + 2 * units, count)
      store(outputGate, gate + 3 * units, count)
      store(cell, cellState.row(row) + unit, count)
      store(outputGate * hyperbolicTangent(rule, cell), hiddenState.row(row) + unit, count)
      row += 1
    }
    unit += 16
  }
}
