import KernelLoops

/// The inner loops for any processor: what it works out is the same on every machine.
///
/// Pointers and vectors only: array code here would emit weak specialisations of the standard
/// library that the linker may hand to the whole program.
package enum KernelsPortable {
  /// See `KernelLoops.addProduct`.
  package static func addProduct(
    _ left: Rows, _ right: Rows, _ sums: MutableRows, _ rows: Int, _ columns: Int, _ depth: Int
  ) {
    KernelLoops.addProduct(
      Twice.self, SIMD8<Float>.self, SIMD16<Float>.self, TwiceSixteen.self, of: left, and: right,
      to: sums, rows: rows, columns: columns, depth: depth)
  }

  /// See `KernelLoops.addTransposedProduct`.
  package static func addTransposedProduct(
    _ left: Rows, _ right: Rows, _ sums: MutableRows, _ rows: Int, _ columns: Int, _ depth: Int,
    _ space: UnsafeMutablePointer<Float>
  ) {
    KernelLoops.addTransposedProduct(
      Twice.self, SIMD8<Float>.self, SIMD16<Float>.self, TwiceSixteen.self, of: left, and: right,
      to: sums, rows: rows, columns: columns, depth: depth, space: space)
  }

  /// See `KernelLoops.addGateProduct`.
  package static func addGateProduct(
    _ left: Rows, _ kernel: GatePanels, _ sums: MutableRows, _ rows: Int
  ) {
    KernelLoops.addGateProduct(
      Twice.self, SIMD8<Float>.self, SIMD16<Float>.self, TwiceSixteen.self, of: left, and: kernel,
      to: sums, rows: rows)
  }

  /// See `KernelLoops.stepGates`.
  package static func stepGates(
    _ sums: MutableRows, _ hiddenBefore: Rows?, _ cellBefore: Rows, _ hiddenState: MutableRows,
    _ cellState: MutableRows, _ recurrentKernel: GatePanels, _ rows: Int
  ) {
    KernelLoops.stepGates(
      Twice.self, SIMD8<Float>.self, SIMD16<Float>.self, TwiceSixteen.self, sums,
      hiddenBefore: hiddenBefore, cellBefore: cellBefore,
      hiddenState: hiddenState, cellState: cellState, recurrentKernel: recurrentKernel, rows: rows)
  }

  /// See `KernelLoops.apply`.
  package static func apply(
    _ curve: Curve, _ numbers: MutableRows, _ rows: Int, _ columns: Int
  ) {
    KernelLoops.apply(Twice.self, curve, to: numbers, rows: rows, columns: columns)
  }

  /// See `KernelLoops.softmax`.
  package static func softmax(_ numbers: MutableRows, _ rows: Int, _ columns: Int) {
    KernelLoops.softmax(Twice.self, numbers, rows: rows, columns: columns)
  }

  /// See `KernelLoops.updateCellState`.
  package static func updateCellState(
    _ gates: Rows, _ before: Rows, _ cellState: MutableRows, _ rows: Int, _ units: Int
  ) {
    KernelLoops.updateCellState(
      Twice.self, gates: gates, before: before, cellState: cellState, rows: rows,
      units: units)
  }

  /// See `KernelLoops.showCellState`.
  package static func showCellState(
    _ gates: Rows, _ hiddenState: MutableRows, _ rows: Int, _ units: Int
  ) {
    KernelLoops.showCellState(gates: gates, hiddenState: hiddenState, rows: rows, units: units)
  }

  /// See `KernelLoops.addProducts`.
  package static func addProducts(
    _ left: Rows, _ right: Rows, _ target: MutableRows, _ rows: Int, _ columns: Int
  ) {
    KernelLoops.addProducts(
      Twice.self, of: left, and: right, to: target, rows: rows, columns: columns)
  }

  /// See `KernelLoops.mixStates`.
  package static func mixStates(
    _ share: Rows, _ before: Rows, _ candidate: Rows, _ hiddenState: MutableRows, _ rows: Int,
    _ units: Int
  ) {
    KernelLoops.mixStates(
      Twice.self, share: share, before: before, candidate: candidate, hiddenState: hiddenState,
      rows: rows, units: units)
  }

  /// See `KernelLoops.copyRows`.
  package static func copyRows(
    _ source: Rows, _ target: MutableRows, _ rows: Int, _ columns: Int
  ) {
    KernelLoops.copyRows(source, to: target, rows: rows, columns: columns)
  }

  /// See `KernelLoops.multiplyBySlopes`.
  package static func multiplyBySlopes(
    _ curve: Curve, _ numbers: Rows, _ gradients: MutableRows, _ rows: Int, _ columns: Int
  ) {
    KernelLoops.multiplyBySlopes(
      Twice.self, curve, of: numbers, to: gradients, rows: rows, columns: columns)
  }

  /// See `KernelLoops.updateCellStateBackward`.
  package static func updateCellStateBackward(
    _ gates: Rows, _ shown: Rows, _ slopes: Rows, _ cellBefore: Rows, _ hidden: Rows,
    _ cell: MutableRows, _ gradients: MutableRows, _ before: MutableRows, _ rows: Int, _ units: Int
  ) {
    KernelLoops.updateCellStateBackward(
      Twice.self, gates: gates, shown: shown, slopes: slopes, cellBefore: cellBefore,
      hidden: hidden, cell: cell, gradients: gradients, before: before, rows: rows, units: units)
  }

  /// See `KernelLoops.stepGatesBackward`.
  package static func stepGatesBackward(
    _ gates: Rows, _ cellBefore: Rows, _ cellState: Rows, _ hidden: Rows, _ cell: MutableRows,
    _ gradients: MutableRows, _ before: MutableRows, _ rows: Int, _ units: Int
  ) {
    KernelLoops.stepGatesBackward(
      Twice.self, gates: gates, cellBefore: cellBefore, cellState: cellState, hidden: hidden,
      cell: cell, gradients: gradients, before: before, rows: rows, units: units)
  }

  /// See `KernelLoops.mixStatesBackward`.
  package static func mixStatesBackward(
    _ share: Rows, _ stateBefore: Rows, _ candidate: Rows, _ hidden: Rows,
    _ forShare: MutableRows, _ forBefore: MutableRows, _ forCandidate: MutableRows, _ rows: Int,
    _ units: Int
  ) {
    KernelLoops.mixStatesBackward(
      share: share, stateBefore: stateBefore, candidate: candidate, hidden: hidden,
      forShare: forShare, forBefore: forBefore, forCandidate: forCandidate, rows: rows,
      units: units)
  }

  /// See `KernelLoops.addRows`.
  package static func addRows(
    _ numbers: Rows, _ target: MutableRows, _ rows: Int, _ columns: Int
  ) {
    KernelLoops.addRows(numbers, to: target, rows: rows, columns: columns)
  }
}

/// Rounds the product and then the sum, which every processor does in the same way. Without the
/// instruction for it a fused multiply-add would be a call into the C library.
enum Twice: Rounding {
  @inline(__always)
  static func add<Vector: Lanes>(_ left: Vector, _ right: Vector, to sum: Vector) -> Vector {
    sum.sum(left.product(right))
  }
}
