import Engine
import Insight
import ModelFiles
import Screen
import Testing
import Vocabulary

@testable import Tutor

/// A run of more numbers than are made side by side. Wide features make one of few timesteps.
@Suite("A long run")
struct LongRunTests {
  private static let timesteps = 3000
  private static let layers = [
    "lstm: a, units: 2, return_sequences: true", "gru: b, units: 3", "dense: out, units: 1",
  ]

  private func open(_ commands: String = "") throws -> State {
    try Models.small(
      timesteps: Self.timesteps, features: 1398, layers: Self.layers, commands)
  }

  @Test("a map holds what is in sight, on the scales of the whole")
  func map() throws {
    var state = try open("select a; open layer; look forget_gate; go 2000")
    #expect(state.explorer.moment.isLarge)
    for scale in ["each", "all"] {
      for quantity in [QuantityName.forgetGate, .cellState] {
        try Models.run("scale \(scale); look \(quantity.rawValue)", on: &state)
        let map = try #require(state.explorer.moment.currentSheet?.maps.first)
        #expect(map.held.contains(2000) && map.held.count < Self.timesteps)
        let all = state.explorer.trace.all(quantity, layer: 0).values
        let whole = HeatMap(
          quantity, all, rows: 2, bounds: quantity == .forgetGate ? .unit : nil,
          isEach: map.isEach)
        #expect(map.timesteps == whole.timesteps && map.scale == whole.scale)
        for timestep in [map.held.lowerBound, 2000, map.held.upperBound - 1] {
          #expect(map[1, timestep] == whole[1, timestep])
          #expect(map.level(0, timestep) == whole.level(0, timestep))
        }
      }
    }
    // Wherever one goes the columns of the largest window are there.
    for timestep in [0, 255, 256, 2999] {
      try Models.run("go \(timestep)", on: &state)
      let held = try #require(state.explorer.moment.sheet?.maps.first?.held)
      let columns = Axis(count: Self.timesteps, current: timestep, columns: 1000).visible
      #expect(held.clamped(to: columns) == columns, "\(timestep): \(held), \(columns)")
      #expect(view(state, size: Size(width: 200, height: 50)).faults == 0)
    }
  }

  @Test("a what-if lets the run before it go, and undo works it out again")
  func undoAtLength() throws {
    var state = try open("go 40")
    let (before, end) = (state.explorer.trace.end, state.explorer.trace)
    try Models.run("clamp a.forget_gate all 0", on: &state)
    #expect(state.explorer.trace.end != before && state.explorer.traceBefore == nil)
    try Models.run("go 2999; go 7", on: &state)
    let changed = state.explorer.moment.run
    try Models.run("undo", on: &state)
    #expect(state.position.timestep == 40 && state.explorer.moment.run === changed)
    try Models.run("undo", on: &state)
    #expect(state.explorer.trace.end == before && state.position.changes.isEmpty)
    #expect(
      state.explorer.trace.values(.cellState, layer: 0, timestep: 2999)
        == end.values(.cellState, layer: 0, timestep: 2999))
    try Models.run("redo", on: &state)
    #expect(state.explorer.trace.end != before)
  }

  @Test("units are sorted by what is gone through a part at a time")
  func ordersAtLength() throws {
    var state = try open("select a; open layer; look forget_gate; order change")
    let all = state.explorer.trace.all(.forgetGate, layer: 0).values
    let changes = (0..<2).map { unit in
      Float(
        (1..<Self.timesteps).reduce(0.0) { sum, timestep in
          sum + abs(Double(all[timestep * 2 + unit]) - Double(all[timestep * 2 - 2 + unit]))
        })
    }
    #expect(try #require(state.explorer.moment.currentSheet).ranking.scores == changes)
    try Models.run("order answer", on: &state)
    #expect(state.explorer.moment.currentSheet?.ranking.order == .answer)
  }
}
