import Testing

@testable import Engine

@Suite("Gates that are kept")
struct GateColumnsTests {
  private static func key(_ first: Int, gate: QuantityName = .forgetGate) -> GateColumns.Key {
    GateColumns.Key(gate: gate, layer: 0, units: first..<first + 16)
  }

  @Test("what was worked out is not worked out again, and other units and gates are")
  func once() {
    let columns = GateColumns()
    var asked = 0
    func value(_ key: GateColumns.Key) -> Float {
      columns.values(of: key) {
        asked += 1
        return [Float(asked)]
      }[0]
    }
    #expect(value(Self.key(0)) == 1 && value(Self.key(0)) == 1)
    #expect(value(Self.key(16)) == 2)
    #expect(value(Self.key(0, gate: .inputGate)) == 3)
    #expect(value(Self.key(0)) == 1)
    #expect(asked == 3)
  }

  @Test("the oldest goes once there are too many")
  func bounded() {
    let columns = GateColumns()
    for first in 0..<GateColumns.mostColumns { _ = columns.values(of: Self.key(first)) { [1] } }
    #expect(columns.values(of: Self.key(0)) { [2] } == [1])
    _ = columns.values(of: Self.key(GateColumns.mostColumns)) { [1] }
    #expect(columns.values(of: Self.key(1)) { [2] } == [1])
    #expect(columns.values(of: Self.key(0)) { [2] } == [2])
  }

  @Test("kept are the gates of few units in short runs that need no other gate of all units")
  func limits() throws {
    let forget = try #require(LSTM(name: "lstm", units: 3).quantity(.forgetGate))
    #expect(GateColumns.keeps(forget, of: 64, timesteps: 256))
    #expect(!GateColumns.keeps(forget, of: 65, timesteps: 256))
    #expect(!GateColumns.keeps(forget, of: 64, timesteps: 257))
    for (resetAfter, isKept) in [(true, true), (false, false)] {
      let layer = GRU(name: "gru", units: 3, resetAfter: resetAfter)
      let candidate = try #require(layer.quantities.first { $0.role == .candidate })
      #expect(GateColumns.keeps(candidate, of: 1, timesteps: 1) == isKept)
    }
  }

  @Test(
    "columns cover the units that are asked for, the last one up to the layer's end",
    arguments: [
      (0..<1, [0..<16]), (15..<17, [0..<16, 16..<32]), (60..<70, [48..<64, 64..<70]),
      (69..<70, [64..<70]),
    ])
  func columns(_ units: Range<Int>, _ expected: [Range<Int>]) {
    #expect(GateColumns.columns(around: units, of: 70) == expected)
  }
}
