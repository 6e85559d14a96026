/// c = f ⊙ c₋ + i ⊙ g for each row; `gates` holds i, f, g and o side by side, `units` numbers each.
@inlinable @inline(__always)
public func updateCellState<Rule: Rounding>(
  _ rule: Rule.Type, gates: Rows, before: Rows, cellState: MutableRows, rows: Int, units: Int
) {
  var row = 0
  while row < rows {
    let gate = gates.row(row)
    let old = before.row(row)
    let target = cellState.row(row)
    var unit = 0
    while unit < units {
      let left = units - unit
      let inputGate = load(gate + unit, left)
      let forgetGate = load(gate + units + unit, left)
      let cellCandidate = load(gate + 2 * units + unit, left)
      let written = inputGate * cellCandidate
      store(Rule.add(forgetGate, load(old + unit, left), to: written), target + unit, left)
      unit += 16
    }
    row += 1
  }
}

/// h = o ⊙ φ(c) for each row; `gates` as for `updateCellState`, `hiddenState` holds φ(c) at first.
@inlinable @inline(__always)
public func showCellState(
  gates: Rows, hiddenState: MutableRows, rows: Int, units: Int
) {
  var row = 0
  while row < rows {
    let gate = gates.row(row) + 3 * units
    let target = hiddenState.row(row)
    var unit = 0
    while unit < units {
      let left = units - unit
      store(load(gate + unit, left) * load(target + unit, left), target + unit, left)
      unit += 16
    }
    row += 1
  }
}

/// target += left ⊙ right for each row.
@inlinable @inline(__always)
public func addProducts<Rule: Rounding>(
  _ rule: Rule.Type, of left: Rows, and right: Rows, to target: MutableRows, rows: Int,
  columns: Int
) {
  var row = 0
  while row < rows {
    let (one, other, sum) = (left.row(row), right.row(row), target.row(row))
    var index = 0
    while index < columns {
      let left = columns - index
      store(
        Rule.add(load(one + index, left), load(other + index, left), to: load(sum + index, left)),
        sum + index, left)
      index += 16
    }
    row += 1
  }
}

/// h = z ⊙ h₋ + (1 − z) ⊙ g for each row: a share of the state before, the rest of the candidate.
@inlinable @inline(__always)
public func mixStates<Rule: Rounding>(
  _ rule: Rule.Type, share: Rows, before: Rows, candidate: Rows, hiddenState: MutableRows,
  rows: Int, units: Int
) {
  var row = 0
  while row < rows {
    let (gate, old, new) = (share.row(row), before.row(row), candidate.row(row))
    let target = hiddenState.row(row)
    var unit = 0
    while unit < units {
      let left = units - unit
      let kept = load(gate + unit, left)
      let written = (Sixteen(repeating: 1) - kept) * load(new + unit, left)
      store(Rule.add(kept, load(old + unit, left), to: written), target + unit, left)
      unit += 16
    }
    row += 1
  }
}

/// Copies rows of `columns` numbers; with a stride of 0 in `source` it repeats one.
@inlinable @inline(__always)
public func copyRows(_ source: Rows, to target: MutableRows, rows: Int, columns: Int) {
  var row = 0
  while row < rows {
    let from = source.row(row)
    let to = target.row(row)
    var index = 0
    while index < columns {
      let left = columns - index
      store(load(from + index, left), to + index, left)
      index += 16
    }
    row += 1
  }
}
