import Insight
import Testing

@Suite("A part of a map")
struct HeatMapPartTests {
  private let values: [Float] = [1, -8, 2, 4, .nan, 3, -5, 0.5, 2, 2, 1, 1]

  @Test("it stands on the scales of the whole", arguments: [true, false])
  func scales(isEach: Bool) {
    let whole = HeatMap(.cellState, values, rows: 2, isEach: isEach)
    var reach = ValueReach(units: 2)
    for part in [values[..<4], values[4...]] {
      Array(part).withUnsafeBufferPointer { reach.add($0) }
    }
    let part = HeatMap(
      .cellState, Array(values[4..<10]), of: 2..<5, timesteps: 6, reach: reach, isEach: isEach)
    #expect(part.timesteps == 6 && whole.timesteps == 6 && whole.held == 0..<6)
    for row in 0..<2 {
      #expect(part.scale(of: row) == whole.scale(of: row))
      for timestep in part.held {
        #expect(part.level(row, timestep) == whole.level(row, timestep))
        #expect(part[row, timestep].bitPattern == whole[row, timestep].bitPattern)
      }
    }
  }

  @Test("bounds hold where every number of the whole is within them")
  func bounds() {
    var reach = ValueReach(units: 1)
    let shares: [Float] = [0.25, 1]
    shares.withUnsafeBufferPointer { reach.add($0) }
    func scale() -> ValueScale {
      HeatMap(.forgetGate, [0.5], of: 0..<1, timesteps: 9, reach: reach, bounds: .unit).scale
    }
    #expect(scale() == .unit)
    let beyond: [Float] = [1.5]
    beyond.withUnsafeBufferPointer { reach.add($0) }
    #expect(scale() == .symmetric(1.5))
  }
}
