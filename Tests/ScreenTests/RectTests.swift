import Testing

@testable import Screen

@Suite struct RectTests {
  @Test("two rectangles share what both hold")
  func intersection() {
    let rect = Rect(column: 2, row: 1, width: 5, height: 4)
    let other = Rect(column: 4, row: -3, width: 20, height: 6)
    #expect(rect.intersection(other) == Rect(column: 4, row: 1, width: 3, height: 2))
    #expect(rect.intersection(rect) == rect)
  }

  @Test("rectangles that do not meet share nothing")
  func apart() {
    let rect = Rect(column: 0, row: 0, width: 2, height: 2)
    #expect(rect.intersection(Rect(column: 2, row: 0, width: 2, height: 2)).isEmpty)
    #expect(rect.intersection(Rect(column: 9, row: 9, width: 1, height: 1)).isEmpty)
  }

  @Test("a rectangle holds its first cell and not the one after its last")
  func contains() {
    let rect = Rect(column: 3, row: 5, width: 2, height: 1)
    #expect(rect.contains(column: 3, row: 5) && rect.contains(column: 4, row: 5))
    #expect(!rect.contains(column: 5, row: 5) && !rect.contains(column: 3, row: 6))
  }
}
