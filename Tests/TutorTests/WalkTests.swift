import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("A walk through the house")
struct WalkTests {
  private func press(_ keys: [Key], on state: inout State) throws {
    for key in keys {
      try Models.answer(state.press(key), on: &state)
    }
  }

  private func keys(_ text: String) -> [Key] { text.map { .character($0) } }

  @Test("keys lead through every screen, what-ifs are made, and undo leads back to the first state")
  func walk() throws {
    let first = try Models.tutor()
    var state = first
    var seen: Set<Command.ScreenName> = [.network]
    let parts: [[Key]] = [
      keys("15") + [.right], [.up], [.tab, .tab], [.enter], [.tab, .tab], keys("z"),
      [.down, .down],
      [.enter], [.tab, .tab, .tab], [.right], [.escape, .escape],
      [.down, .down, .down, .enter], [.down, .enter], keys(".,"), [.enter],
      [.escape, .escape, .escape], keys("c"), keys("r"), keys("r"),
      [.escape], keys("s"), [.right, .right, .tab], [.escape], keys("S"), keys("fT"), [.tab],
      [.escape], keys("b"),
      [.escape], keys("T"), keys("R"), [.up], [.escape],
      [.escape], keys(":clamp lstm2.forget_gate 58 1") + [.enter],
      keys(":erase both 40 lstm2") + [.enter], keys(":put x[3, 7] 1") + [.enter],
      keys(":swap 3 4") + [.enter], keys(":start 5") + [.enter], keys("]"), keys("[["), keys("m"),
      keys("G"), keys("m"), keys(":beside 7") + [.enter], keys(",."),
    ]
    for part in parts {
      try press(part, on: &state)
      #expect(!state.isRefused, "\(part): \(state.message ?? "")")
      seen.insert(state.position.screen)
    }
    #expect(seen == Set(Command.ScreenName.allCases))
    let last = state
    var steps = 0
    while true {
      try press([.character("u")], on: &state)
      if state.isRefused { break }
      steps += 1
    }
    #expect(state.message == "nothing to undo")
    _ = state.update(.back)
    #expect(state == first)
    #expect(steps > 30)
    for _ in 0..<steps { try press([.control("r")], on: &state) }
    #expect(state.position == last.position && state.model.name == last.model.name)
  }
}
