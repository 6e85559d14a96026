import Engine
import Testing

@Suite("Observation")
struct ObservationTests {
  let seen = Observation(timesteps: 3, features: 2, values: [1, 2, 3, 4, 5, 6])

  @Test("a feature is replaced at one timestep or at every one")
  func replaced() throws {
    let once = try seen.replacing(timestep: 1, feature: 0, value: 9)
    #expect(once.values == [1, 2, 9, 4, 5, 6])
    let everywhere = try seen.replacing(feature: 1, value: 0)
    #expect(everywhere.values == [1, 0, 3, 0, 5, 0])
    let endless = try seen.replacing(timestep: 2, feature: 1, value: .infinity)
    #expect(endless.values.last == .infinity)
  }

  @Test("timesteps are swapped, features stay where they are")
  func moved() throws {
    let swapped = try seen.swapping(timesteps: 0, and: 2)
    #expect(swapped.values == [5, 6, 3, 4, 1, 2])
    let same = try seen.swapping(timesteps: 1, and: 1)
    #expect(same == seen)
  }

  @Test("a feature or timestep out of range is refused")
  func refused() {
    for feature in [-1, 2] {
      #expect(throws: EngineError.feature(features: 2, found: feature)) {
        try seen.replacing(feature: feature, value: 0)
      }
    }
    for timestep in [-1, 3] {
      let error = EngineError.timestep(timesteps: 3, found: timestep)
      #expect(throws: error) { try seen.replacing(timestep: timestep, feature: 0, value: 0) }
      #expect(throws: error) { try seen.swapping(timesteps: timestep, and: 0) }
      #expect(throws: error) { try seen.swapping(timesteps: 0, and: timestep) }
    }
  }
}
