import Screen
import Testing
import Vocabulary

@testable import Tutor

@Suite("Nothing happens in silence")
struct NoSilenceTests {
  @Test("⏎ on a layer without gates opens that one and no other", arguments: ["dense1", "output"])
  func entering(layer: String) throws {
    let state = try Models.tutor("latch", "go 15; select \(layer); enter")
    #expect(state.position.screen == .dense && state.selectedName == layer)
  }

  @Test("compare opens the screen that shows it")
  func comparing() throws {
    let state = try Models.tutor("latch", "go 15; compare forget_gate")
    #expect(state.position.screen == .layer && state.position.comparison == .forgetGate)
    #expect(try Models.tutor("latch", "compare none").position.screen == .network)
  }

  @Test("the forget gate's sentence has the old cell state without brackets")
  func kept() throws {
    let state = try Models.tutor("latch", "go 49; open layer; look forget_gate; explain")
    let message = try #require(state.message)
    #expect(message.contains("% of c[48] = ") && !message.contains("("))
  }

  @Test("of a Dense layer the sentence says which of its units it is about")
  func dense() throws {
    let state = try Models.tutor("latch", "go last; select dense2; explain")
    #expect(state.message?.hasSuffix(", unit 0 of 64; , and . choose another.") == true)
  }

  @Test("over units each layer that has more of them than columns is marked")
  func cut() throws {
    let state = try Models.tutor("latch", "go 15; look units")
    let rows = view(state, size: Size(width: 120, height: 40)).textRows()
    let first = try #require(rows.first { $0.contains("c cell state") })
    let last = try #require(rows.last { $0.contains("c cell state") })
    #expect(first.contains("›") && !last.contains("›"))
  }
}
