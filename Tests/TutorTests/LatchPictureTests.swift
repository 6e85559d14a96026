import ModelFiles
import Screen
import Testing

@testable import Tutor

/// What the first screen is there to show: memory.
@Suite("The picture of the latch")
struct LatchPictureTests {
  @Test(
    "in lstm2's row c what is shown while set and while cleared differs by half or by sign",
    arguments: 0..<20)
  func memory(sequence: Int) throws {
    // Fresh sequences: the network has never seen them.
    let state = try Models.tutor("latch", "observation \(50 + sequence); go last")
    let frame = view(state, size: Size(width: 80, height: 24))
    let row = try #require(frame.textRows().lastIndex { $0.contains("c cell state") })
    var isSet: Bool?
    var levels: [Bool: [Float]] = [:]
    for (timestep, facts) in state.example.timesteps.enumerated() {
      if let event = facts.event { isSet = event == .set }
      // Before the first event there is nothing to remember.
      guard let isSet else { continue }
      guard case .signed(let share) = frame[17 + timestep, row].style.ink else {
        Issue.record("no signed number at \(timestep)")
        continue
      }
      levels[isSet, default: []].append(share)
    }
    let set = levels[true] ?? []
    let cleared = levels[false] ?? []
    // One sequence in about twenty has no event at all, and nothing to show.
    #expect(set.isEmpty == !state.example.timesteps.contains { $0.event == .set })
    for high in set {
      for low in cleared {
        #expect(
          high < 0 && low > 0 || abs(high - low) >= 0.5, "\(high) while set, \(low) while not")
      }
    }
  }
}
