import Kernels

/// One timestep of observations side by side on the way back: where a cell finds what it made of it and
/// where it puts the gradients.
struct CellStepBackward {
  /// The observations.
  let rows: Int
  /// The finished gates.
  let gates: Rows
  /// What entered the curves of the gates; nil where no curve asks for it.
  let sums: Rows?
  /// Each state as it entered the timestep, and as it left it.
  let before: [Rows]
  let after: [Rows]
  /// ∂loss/∂ each state as it left; what a cell adds, as the part of c that shows in h, it adds here.
  let states: [MutableRows]
  /// ∂loss/∂ each state as it entered, to be written.
  let statesBefore: [MutableRows]
  /// ∂loss/∂ the sums, to be written.
  let sumGradients: MutableRows
  /// ∂loss/∂ what stands within a reset, to be written; `units` numbers, which only a cell looks at that
  /// has a reset.
  let innerGradients: MutableRows
  /// Rᵀ, `[columns, units]`.
  let recurrentKernel: TurnedKernel
  /// The gates that a what-if holds, whose gradients end there; asked for each block before it is used. Nil
  /// where nothing is held.
  let release: ((MutableRows, Range<Int>) -> Void)?
}
