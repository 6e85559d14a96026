import Kernels
import Testing

@Suite("CellUpdate")
struct CellUpdateTests {
  @Test("c = f·c₋ + i·g and h = o·φ(c), in any width", arguments: levels)
  func update(_ level: Level) {
    let kernels = Kernels(level)
    for units in [1, 3, 16, 17, 40] {
      let gates = numbers(2 * 4 * units)
      let before = numbers(2 * units, from: 9)
      var cell = [Float](repeating: 0, count: 2 * units)
      var hidden = numbers(2 * units, from: 5)
      let shown = hidden
      gates.withUnsafeBufferPointer { gates in
        before.withUnsafeBufferPointer { before in
          cell.withUnsafeMutableBufferPointer { cell in
            hidden.withUnsafeMutableBufferPointer { hidden in
              guard let gates = gates.baseAddress, let before = before.baseAddress,
                let cell = cell.baseAddress, let hidden = hidden.baseAddress
              else { return }
              kernels.updateCellState(
                gates: Rows(gates, stride: 4 * units), before: Rows(before, stride: units),
                cellState: MutableRows(cell, stride: units), rows: 2, units: units)
              kernels.showCellState(
                gates: Rows(gates, stride: 4 * units),
                hiddenState: MutableRows(hidden, stride: units), rows: 2, units: units)
            }
          }
        }
      }
      for row in 0..<2 {
        for unit in 0..<units {
          func gate(_ block: Int) -> Float { gates[row * 4 * units + block * units + unit] }
          let old = before[row * units + unit]
          let written = gate(0) * gate(2)
          #expect(
            cell[row * units + unit]
              == (level == .portable
                ? gate(1) * old + written : written.addingProduct(gate(1), old)))
          #expect(hidden[row * units + unit] == gate(3) * shown[row * units + unit])
        }
      }
    }
  }

  @Test("softmax gives parts of one, also for large numbers", arguments: levels)
  func softmax(_ level: Level) {
    let kernels = Kernels(level)
    var values: [Float] = [1, 2, 3, 1_000, 1_001, 1_002, -500, 0, 500]
    values.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      kernels.softmax(MutableRows(start, stride: 3), rows: 3, columns: 3)
    }
    let parts: [Float] = [0.090_030_573, 0.244_728_47, 0.665_240_96]
    for index in 0..<3 {
      #expect(abs(values[index] - parts[index]) < 1e-7)
      #expect(values[index] == values[index + 3])
    }
    #expect(Array(values.suffix(3)) == [0, 0, 1])
  }

  @Test("the first number that is not finite is found")
  func notFinite() {
    func place(_ values: [Float]) -> Int? {
      values.withUnsafeBufferPointer { buffer in
        buffer.baseAddress.flatMap { placeOfFirstNotFinite($0, buffer.count) }
      }
    }
    #expect(place(numbers(100)) == nil)
    #expect(place([1, 2, .nan, .infinity]) == 2)
    #expect(place([-.infinity]) == 0)
  }
}
