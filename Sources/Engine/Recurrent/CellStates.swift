import Kernels

/// Where the states of every timestep stand while a layer works, for observations side by side.
struct CellStates {
  /// Each state, in the order in which the layer names them.
  let starts: [UnsafeMutablePointer<Float>]
  /// How far the observations lie apart.
  let stride: Int
  /// The observations.
  let rows: Int
  let units: Int

  /// The states of one timestep.
  func at(_ timestep: Int) -> Place { Place(states: self, offset: timestep * units) }

  /// The states of one timestep, to be written.
  struct Place {
    fileprivate let states: CellStates
    fileprivate let offset: Int

    /// One of them, counted in the order in which the layer names them.
    subscript(state: Int) -> MutableRows {
      MutableRows(states.starts[state] + offset, stride: states.stride)
    }
  }
}

/// The states as they enter a timestep.
struct CellStatesBefore {
  /// Each state; `nil` where it is zero.
  let rows: UnsafeMutablePointer<Rows?>
  /// A row of zeros.
  let zeros: UnsafePointer<Float>
  /// The initial states, one after another; `nil` where they are zero.
  let initial: UnsafePointer<Float>?
  /// How far each state's numbers lie behind those of the one before it.
  let initialLength: Int
  /// How far the observations lie apart in it; 0 where they share one.
  let initialStride: Int

  /// One of them, counted in the order in which the layer names them; `nil` where it is zero and adds
  /// nothing.
  subscript(state: Int) -> Rows? { rows[state] }

  /// The same, as zeros where it is zero.
  func orZeros(_ state: Int) -> Rows { rows[state] ?? Rows(zeros, stride: 0) }

  /// An initial state of all observations; nil where it is zero.
  func initial(_ state: Int) -> Rows? {
    initial.map { Rows($0 + state * initialLength, stride: initialStride) }
  }

  /// Lends the place for the states of a layer; each initial state is `[units]`, shared by all
  /// observations, or `[observations, units]`.
  static func lend<Result>(
    _ count: Int, units: Int, initial: [[Float]]?, _ body: (CellStatesBefore) -> Result
  ) -> Result {
    let length = initial?.first?.count ?? units
    return withUnsafeTemporaryAllocation(of: Rows?.self, capacity: count) { rows in
      withUnsafeTemporaryAllocation(
        of: Float.self, capacity: units + count * length
      ) { numbers in
        rows.initialize(repeating: nil)
        numbers.initialize(repeating: 0)
        guard let rows = rows.baseAddress, let zeros = numbers.baseAddress else {
          preconditionFailure("a layer has a unit and a state")
        }
        for (place, state) in (initial ?? []).enumerated() {
          (zeros + units + place * length).update(from: state, count: length)
        }
        return body(
          CellStatesBefore(
            rows: rows, zeros: zeros,
            initial: initial == nil ? nil : UnsafePointer(zeros + units), initialLength: length,
            initialStride: length == units ? 0 : units))
      }
    }
  }
}
