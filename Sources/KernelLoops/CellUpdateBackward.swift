/// The way back through h = o ⊙ φ(c) and c = f ⊙ c₋ + i ⊙ g, for each row.
///
/// `gates` holds i, f, g and o side by side, `shown` φ(c), `slopes` φ′(c), `cellBefore` c₋; `hidden` and
/// `cell` are ∂loss/∂h and ∂loss/∂c. `gradients` gets those of i, f, g and o, `before` that of c₋.
/// `cell` is then all of ∂loss/∂c, what goes through h included.
@inlinable @inline(__always)
public func updateCellStateBackward<Rule: Rounding>(
  _ rule: Rule.Type, gates: Rows, shown: Rows, slopes: Rows, cellBefore: Rows, hidden: Rows,
  cell: MutableRows, gradients: MutableRows, before: MutableRows, rows: Int, units: Int
) {
  var row = 0
  while row < rows {
    let gate = gates.row(row)
    let (visible, slope, old) = (shown.row(row), slopes.row(row), cellBefore.row(row))
    let (above, kept) = (hidden.row(row), cell.row(row))
    let (target, back) = (gradients.row(row), before.row(row))
    var unit = 0
    while unit < units {
      let left = units - unit
      let forHidden = load(above + unit, left)
      let outputGate = load(gate + 3 * units + unit, left)
      let forCell = Rule.add(
        forHidden * outputGate, load(slope + unit, left), to: load(kept + unit, left))
      store(forCell, kept + unit, left)
      store(forCell * load(gate + 2 * units + unit, left), target + unit, left)
      store(forCell * load(old + unit, left), target + units + unit, left)
      store(forCell * load(gate + unit, left), target + 2 * units + unit, left)
      store(forHidden * load(visible + unit, left), target + 3 * units + unit, left)
      store(forCell * load(gate + units + unit, left), back + unit, left)
      unit += 16
    }
    row += 1
  }
}

/// The same for an LSTM with tanh and sigmoid, from `cellState` on, which is c; `gradients` gets those of the
/// sums. To the last bit it is `apply`, `updateCellStateBackward` and `multiplyBySlopes`, in one go.
@inlinable @inline(__always)
public func stepGatesBackward<Rule: Rounding>(
  _ rule: Rule.Type, gates: Rows, cellBefore: Rows, cellState: Rows, hidden: Rows,
  cell: MutableRows, gradients: MutableRows, before: MutableRows, rows: Int, units: Int
) {
  let one = Sixteen(repeating: 1)
  var row = 0
  while row < rows {
    let gate = gates.row(row)
    let (state, old) = (cellState.row(row), cellBefore.row(row))
    let (above, kept) = (hidden.row(row), cell.row(row))
    let (target, back) = (gradients.row(row), before.row(row))
    var unit = 0
    while unit < units {
      let left = units - unit
      let inputGate = load(gate + unit, left)
      let forgetGate = load(gate + units + unit, left)
      let cellCandidate = load(gate + 2 * units + unit, left)
      let outputGate = load(gate + 3 * units + unit, left)
      let visible = hyperbolicTangent(rule, load(state + unit, left))
      let forHidden = load(above + unit, left)
      let forCell = Rule.add(
        forHidden * outputGate, one - visible * visible, to: load(kept + unit, left))
      store(forCell, kept + unit, left)
      store(forCell * cellCandidate * (inputGate * (one - inputGate)), target + unit, left)
      store(
        forCell * load(old + unit, left) * (forgetGate * (one - forgetGate)),
        target + units + unit, left)
      store(
        forCell * inputGate * (one - cellCandidate * cellCandidate), target + 2 * units + unit,
        left)
      store(
        forHidden * visible * (outputGate * (one - outputGate)), target + 3 * units + unit, left)
      store(forCell * forgetGate, back + unit, left)
      unit += 16
    }
    row += 1
  }
}

/// The way back through h = z ⊙ h₋ + (1 − z) ⊙ g, for each row.
///
/// `hidden` is ∂loss/∂h; `forShare`, `forBefore` and `forCandidate` get those of z, h₋ and g.
@inlinable @inline(__always)
public func mixStatesBackward(
  share: Rows, stateBefore: Rows, candidate: Rows, hidden: Rows, forShare: MutableRows,
  forBefore: MutableRows, forCandidate: MutableRows, rows: Int, units: Int
) {
  var row = 0
  while row < rows {
    let (gate, old, new) = (share.row(row), stateBefore.row(row), candidate.row(row))
    let above = hidden.row(row)
    let (first, second, third) = (forShare.row(row), forBefore.row(row), forCandidate.row(row))
    var unit = 0
    while unit < units {
      let left = units - unit
      let gradient = load(above + unit, left)
      let kept = load(gate + unit, left)
      store(gradient * (load(old + unit, left) - load(new + unit, left)), first + unit, left)
      store(gradient * kept, second + unit, left)
      store(gradient * (Sixteen(repeating: 1) - kept), third + unit, left)
      unit += 16
    }
    row += 1
  }
}

/// target += the sum of all rows, from the first one on.
@inlinable @inline(__always)
public func addRows(_ numbers: Rows, to target: MutableRows, rows: Int, columns: Int) {
  var column = 0
  while column < columns {
    let left = columns - column
    var sum = load(target.start + column, left)
    var row = 0
    while row < rows {
      sum += load(numbers.row(row) + column, left)
      row += 1
    }
    store(sum, target.start + column, left)
    column += 16
  }
}
