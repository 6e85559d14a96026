import Testing

@testable import Insight

@Suite("ValueScale")
struct ValueScaleTests {
  @Test("a range becomes the scale that holds it")
  func ranges() {
    #expect(ValueScale(0...1) == .unit)
    #expect(ValueScale(-1...1) == .symmetric(1))
    #expect(ValueScale(-3...2) == .symmetric(3))
    #expect(ValueScale(nil) == nil)
  }
}
