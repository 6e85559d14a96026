import Testing

@testable import Tutor

@Suite("History")
struct HistoryTests {
  @Test("undo and redo go back and forth over the same moments")
  func backAndForth() {
    var history = History<Int>()
    history.record(1, isStep: false)
    history.record(2, isStep: false)
    #expect(history.undo(from: 3) == 2)
    #expect(history.undo(from: 2) == 1)
    #expect(history.undo(from: 1) == nil)
    #expect(history.redo(from: 1) == 2)
    #expect(history.redo(from: 2) == 3)
    #expect(history.redo(from: 3) == nil)
  }

  @Test("the oldest moments are forgotten where all together hold too much")
  func forgetsOldest() {
    var history = History<Int>()
    for moment in [5, 5, 5, 9, 1] {
      history.record(moment, isStep: false)
      history.forget(beyond: 10) { $0 == $1 ? 0 : $0 }
    }
    // 9 beside 1 is 9; the 5 before it would make 14.
    #expect(history.undo(from: 0) == 1)
    #expect(history.undo(from: 1) == 9)
    #expect(history.undo(from: 9) == nil)
  }

  @Test("steps along time that follow one another are one change")
  func walks() {
    var history = History<Int>()
    history.record(0, isStep: false)
    for step in 1...20 { history.record(step, isStep: true) }
    #expect(history.undo(from: 21) == 1)
    #expect(history.undo(from: 1) == 0)
  }

  @Test("a new change forgets what was undone")
  func forgets() {
    var history = History<Int>()
    history.record(1, isStep: false)
    _ = history.undo(from: 2)
    history.record(1, isStep: false)
    #expect(history.redo(from: 5) == nil)
  }

  @Test("only so many moments are kept")
  func limit() {
    var history = History<Int>()
    for moment in 0..<1000 { history.record(moment, isStep: false) }
    var undone = 0
    while history.undo(from: 0) != nil { undone += 1 }
    #expect(undone == History<Int>.limit)
  }
}
