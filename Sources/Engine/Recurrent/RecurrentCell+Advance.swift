import Kernels

extension RecurrentCell {
  /// One timestep of all rows, whose states before it stand at the timestep before, in the initial
  /// states or, where they are erased, nowhere. `sums` holds b + x·K at first, the gates at the end.
  func advance(
    _ states: CellStates, to timestep: Int, from before: CellStatesBefore, sums: MutableRows,
    under changes: LayerChanges?
  ) {
    let units = weights.units
    for (state, start) in states.starts.enumerated() {
      before.rows[state] =
        if timestep > 0 {
          Rows(start + (timestep - 1) * units, stride: states.stride)
        } else {
          before.initial(state)
        }
      if let changes, changes.isErased(state, at: timestep) { before.rows[state] = nil }
    }
    let after = states.at(timestep)
    guard let changes else {
      return step(sums, from: before, to: after, rows: states.rows, clamp: nil)
    }
    step(sums, from: before, to: after, rows: states.rows) { gates, blocks in
      changes.clamp(
        gates, blocks, timestep: timestep, rows: states.rows, units: units,
        kernels: weights.kernels)
    }
    changes.silence(after[0], kernels: weights.kernels)
  }

  /// Carries the states over a timestep for the observations that skip it.
  func carry(
    _ states: CellStates, over timestep: Int, from before: CellStatesBefore,
    where skips: (Int) -> Bool
  ) {
    for row in 0..<states.rows where skips(row) {
      for (state, start) in states.starts.enumerated() {
        let after = start + row * states.stride + timestep * weights.units
        if timestep > 0 {
          after.update(from: after - weights.units, count: weights.units)
        } else if let initial = before.initial(state) {
          after.update(from: initial.start + row * initial.stride, count: weights.units)
        } else {
          after.update(repeating: 0, count: weights.units)
        }
      }
    }
  }
}
