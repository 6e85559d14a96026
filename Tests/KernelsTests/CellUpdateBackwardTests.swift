import Kernels
import Testing

@Suite("CellUpdateBackward")
struct CellUpdateBackwardTests {
  @Test("the way back through a step at once is its parts to the last bit", arguments: levels)
  func step(_ level: Level) {
    for units in [1, 3, 16, 17, 40] {
      let once = wentBack(level, units, atOnce: true)
      let parts = wentBack(level, units, atOnce: false)
      #expect(bits(once.cell) == bits(parts.cell), "\(units)")
      #expect(bits(once.gradients) == bits(parts.gradients), "\(units)")
      #expect(bits(once.before) == bits(parts.before), "\(units)")
    }
  }

  /// One timestep of three observations from the same numbers.
  private func wentBack(
    _ level: Level, _ units: Int, atOnce: Bool
  ) -> (cell: [Float], gradients: [Float], before: [Float]) {
    let kernels = Kernels(level)
    let rows = 3
    let gates = numbers(rows * 4 * units)
    let states = numbers(rows * units, from: 2)
    let old = numbers(rows * units, from: 3)
    let hidden = numbers(rows * units, from: 4)
    var shown = states
    var slopes = [Float](repeating: 1, count: rows * units)
    var cell = numbers(rows * units, from: 5)
    var gradients = [Float](repeating: 0, count: rows * 4 * units)
    var before = [Float](repeating: 0, count: rows * units)
    lend([gates, states, old, hidden]) { lists in
      let gates = Rows(lists[0], stride: 4 * units)
      let (states, old) = (Rows(lists[1], stride: units), Rows(lists[2], stride: units))
      let hidden = Rows(lists[3], stride: units)
      change(&shown) { shown in
        change(&slopes) { slopes in
          change(&cell, &gradients, &before) { cell, start, before in
            let gradients = MutableRows(start, stride: 4 * units)
            let cell = MutableRows(cell, stride: units)
            let before = MutableRows(before, stride: units)
            if atOnce {
              return kernels.stepGatesBackward(
                gates: gates, cellBefore: old, cellState: states, hidden: hidden, cell: cell,
                gradients: gradients, before: before, rows: rows, units: units)
            }
            kernels.apply(
              .tanh, to: MutableRows(shown, stride: units), rows: rows, columns: units)
            kernels.multiplyBySlopes(
              of: .tanh, at: Rows(shown, stride: units), to: MutableRows(slopes, stride: units),
              rows: rows, columns: units)
            kernels.updateCellStateBackward(
              gates: gates, shown: Rows(shown, stride: units), slopes: Rows(slopes, stride: units),
              cellBefore: old, hidden: hidden, cell: cell, gradients: gradients, before: before,
              rows: rows, units: units)
            for (gate, curve) in [Curve.sigmoid, .sigmoid, .tanh, .sigmoid].enumerated() {
              kernels.multiplyBySlopes(
                of: curve, at: Rows(gates.start + gate * units, stride: 4 * units),
                to: MutableRows(start + gate * units, stride: 4 * units), rows: rows,
                columns: units)
            }
          }
        }
      }
    }
    return (cell, gradients, before)
  }
}
