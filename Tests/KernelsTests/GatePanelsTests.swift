import Kernels
import Testing

@Suite("GatePanels")
struct GatePanelsTests {
  static let units = [1, 3, 15, 16, 17, 33, 40]
  static let rows = [1, 2, 5, 6, 7, 13, 16]

  /// The panels of a kernel of `depth` × 4 · `units`.
  func panels(_ kernel: [Float], depth: Int, units: Int) -> [Float] {
    var panels = [Float](repeating: 0, count: kernel.count)
    lend([kernel]) { lists in
      change(&panels) { GatePanels.fill($0, from: lists[0], depth: depth, units: units) }
    }
    return panels
  }

  @Test("panels hold the columns of the four gates of 16 units, then those of the rest")
  func layout() {
    let (depth, units) = (3, 19)
    let kernel = (0..<depth * 4 * units).map(Float.init)
    let panels = panels(kernel, depth: depth, units: units)
    #expect(panels.sorted() == kernel)
    for (first, count) in [(0, 16), (16, 3)] {
      for row in 0..<depth {
        for gate in 0..<4 {
          for unit in 0..<count {
            let place = 4 * first * depth + (gate * depth + row) * count + unit
            #expect(panels[place] == kernel[row * 4 * units + gate * units + first + unit])
          }
        }
      }
    }
  }

  @Test("panels of a matrix that is turned are those of its transposed one")
  func turned() {
    let depth = 5
    for units in Self.units {
      let kernel = numbers(depth * 4 * units)
      let turned = (0..<4 * units).flatMap { column in
        (0..<depth).map { kernel[$0 * 4 * units + column] }
      }
      var panels = [Float](repeating: 0, count: kernel.count)
      lend([turned]) { lists in
        change(&panels) { GatePanels.fillTurned($0, from: lists[0], depth: depth, units: units) }
      }
      #expect(panels == self.panels(kernel, depth: depth, units: units), "\(units)")
    }
  }

  @Test("a product with panels is that with the matrix to the last bit", arguments: levels)
  func product(_ level: Level) {
    let kernels = Kernels(level)
    for units in Self.units {
      for rows in Self.rows {
        for depth in [1, 18] {
          let left = numbers(rows * (depth + 2))
          let kernel = numbers(depth * 4 * units, from: 2)
          let panels = panels(kernel, depth: depth, units: units)
          let stride = 4 * units + 3
          let before = numbers(rows * stride, from: 3)
          var (sums, expected) = (before, before)
          lend([left, kernel, panels]) { lists in
            let left = Rows(lists[0], stride: depth + 2)
            change(&sums) {
              kernels.addGateProduct(
                of: left, and: GatePanels(lists[2], depth: depth, units: units),
                to: MutableRows($0, stride: stride), rows: rows)
            }
            change(&expected) {
              kernels.addProduct(
                of: left, and: Rows(lists[1], stride: 4 * units),
                to: MutableRows($0, stride: stride), rows: rows, columns: 4 * units, depth: depth)
            }
          }
          #expect(bits(sums) == bits(expected), "\(units) \(rows) \(depth)")
          #expect(sums != before)
        }
      }
    }
  }

  @Test("a step at once is its parts one after another to the last bit", arguments: levels)
  func step(_ level: Level) {
    for units in Self.units {
      for rows in Self.rows {
        for isFirst in [true, false] {
          let once = stepped(level, units, rows, isFirst, atOnce: true)
          let parts = stepped(level, units, rows, isFirst, atOnce: false)
          #expect(bits(once.sums) == bits(parts.sums), "\(units) \(rows)")
          #expect(bits(once.cell) == bits(parts.cell), "\(units) \(rows)")
          #expect(bits(once.hidden) == bits(parts.hidden), "\(units) \(rows)")
        }
      }
    }
  }

  /// One timestep from the same numbers; the states lie two numbers further apart than they are long.
  private func stepped(
    _ level: Level, _ units: Int, _ rows: Int, _ isFirst: Bool, atOnce: Bool
  ) -> (sums: [Float], cell: [Float], hidden: [Float]) {
    let kernels = Kernels(level)
    let stride = units + 2
    let kernel = numbers(units * 4 * units, from: 2)
    let panels = panels(kernel, depth: units, units: units)
    var sums = numbers(rows * 4 * units, from: 3)
    var cell = numbers(rows * stride, from: 4)
    var hidden = numbers(rows * stride, from: 5)
    let states = [numbers(rows * stride, from: 6), numbers(rows * stride, from: 7)]
    lend(states + [kernel, panels]) { lists in
      let before = isFirst ? nil : Rows(lists[0], stride: stride)
      let cellBefore = Rows(lists[1], stride: stride)
      change(&sums, &cell, &hidden) { start, cell, hidden in
        let sums = MutableRows(start, stride: 4 * units)
        let cell = MutableRows(cell, stride: stride)
        let hidden = MutableRows(hidden, stride: stride)
        if atOnce {
          return kernels.stepGates(
            sums, hiddenBefore: before, cellBefore: cellBefore, hiddenState: hidden,
            cellState: cell, recurrentKernel: GatePanels(lists[3], depth: units, units: units),
            rows: rows)
        }
        if let before {
          kernels.addProduct(
            of: before, and: Rows(lists[2], stride: 4 * units), to: sums, rows: rows,
            columns: 4 * units, depth: units)
        }
        for (gate, curve) in [Curve.sigmoid, .sigmoid, .tanh, .sigmoid].enumerated() {
          kernels.apply(
            curve, to: MutableRows(start + gate * units, stride: 4 * units), rows: rows,
            columns: units)
        }
        let gates = Rows(start, stride: 4 * units)
        kernels.updateCellState(
          gates: gates, before: cellBefore, cellState: cell, rows: rows, units: units)
        kernels.copyRows(
          Rows(cell.start, stride: stride), to: hidden, rows: rows, columns: units)
        kernels.apply(.tanh, to: hidden, rows: rows, columns: units)
        kernels.showCellState(gates: gates, hiddenState: hidden, rows: rows, units: units)
      }
    }
    return (sums, cell, hidden)
  }
}
