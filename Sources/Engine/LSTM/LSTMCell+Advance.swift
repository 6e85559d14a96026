import Kernels

extension LSTMCell {
  /// What stands before the first timestep.
  struct FirstStates {
    /// A row of zeros.
    var zeros: UnsafePointer<Float>
    /// The initial hidden state; `nil` where it is zero and adds nothing.
    var hidden: UnsafePointer<Float>?
    /// The initial cell state.
    var cell: UnsafePointer<Float>
  }

  /// Lends the states before the first timestep.
  func withFirstStates<Result>(
    _ changes: LSTMInterventions?, _ body: (FirstStates) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: units) { zeros in
      zeros.initialize(repeating: 0)
      guard let zeros = zeros.baseAddress else { preconditionFailure("a layer has a unit") }
      guard let state = changes?.initialState else {
        return body(FirstStates(zeros: zeros, hidden: nil, cell: zeros))
      }
      return state.h.withUnsafeBufferPointer { hidden in
        state.c.withUnsafeBufferPointer { cell in
          body(
            FirstStates(
              zeros: zeros, hidden: hidden.baseAddress,
              cell: cell.baseAddress ?? UnsafePointer(zeros)))
        }
      }
    }
  }

  /// One timestep of all rows, whose states before it stand at the timestep before, in `first` or,
  /// where they are erased, nowhere. `gates` holds b + x·K at first, the gates at the end.
  func advance(
    _ states: States, to timestep: Int, from first: FirstStates, gates: MutableRows,
    under changes: LSTMInterventions?
  ) {
    let place = timestep * units
    let isFirst = timestep == 0
    var hiddenBefore =
      isFirst
      ? first.hidden.map { Rows($0, stride: 0) }
      : Rows(states.hidden + place - units, stride: states.stride)
    var cellBefore =
      isFirst
      ? Rows(first.cell, stride: 0) : Rows(states.cell + place - units, stride: states.stride)
    if let changes {
      if changes.hiddenErased.contains(timestep) { hiddenBefore = nil }
      if changes.cellErased.contains(timestep) { cellBefore = Rows(first.zeros, stride: 0) }
    }
    step(
      gates: gates, hiddenBefore: hiddenBefore, cellBefore: cellBefore,
      cellState: MutableRows(states.cell + place, stride: states.stride),
      hiddenState: MutableRows(states.hidden + place, stride: states.stride), rows: states.rows
    ) { gates in
      changes?.clamp(
        gates, timestep: timestep, rows: states.rows, units: units, kernels: kernels)
    }
  }
}
