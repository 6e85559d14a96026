import Testing

@testable import Screen

@Suite struct FramePartTests {
  @Test("parts are recorded in order, several under one name")
  func names() {
    var frame = Frame(Size(width: 20, height: 5))
    let time = Frame.Part.Timeline(start: 3, first: 0, count: 9)
    let first = Rect(column: 0, row: 1, width: 20, height: 2)
    let second = Rect(column: 4, row: 3, width: 2, height: 1)
    frame.name("x", first, timeline: time)
    frame.name("x", second)
    #expect(
      frame.parts == [
        Frame.Part(name: "x", rect: first, timeline: time),
        Frame.Part(name: "x", rect: second, timeline: nil),
      ])
  }

  @Test("a part is cut at the frame's edges; one outside, or of no size, is not recorded")
  func clipping() {
    var frame = Frame(Size(width: 20, height: 5))
    frame.name("cut", Rect(column: -2, row: 3, width: 30, height: 9))
    frame.name("below", Rect(column: 0, row: 5, width: 20, height: 1))
    frame.name("empty", Rect(column: 2, row: 2, width: 0, height: 1))
    #expect(frame.parts.map(\.name) == ["cut"])
    #expect(frame.parts[0].rect == Rect(column: 0, row: 3, width: 20, height: 2))
    var none = Frame(Size(width: 0, height: 0))
    none.name("title", Rect(column: 0, row: 0, width: 80, height: 1))
    #expect(none.parts.isEmpty)
  }

  @Test("parts are neither painted nor in the golden text")
  func unseen() {
    let plain = Frame(Size(width: 20, height: 5))
    var named = plain
    named.name("title", Rect(column: 0, row: 0, width: 20, height: 1))
    #expect(named.golden == plain.golden)
    #expect(named.changes(since: plain).isEmpty)
  }

  @Test("a timeline has columns for the timesteps that it shows, and no others")
  func timeline() {
    let time = Frame.Part.Timeline(start: 17, first: 30, count: 50)
    #expect(time.column(of: 30) == 17 && time.column(of: 79) == 66)
    #expect(time.column(of: 29) == nil && time.column(of: 80) == nil)
    #expect(time.column(of: .min) == nil && time.column(of: .max) == nil)
    #expect(Frame.Part.Timeline(start: 17, first: 0, count: 0).column(of: 0) == nil)
  }
}
